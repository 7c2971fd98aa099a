import { randomUUID } from "node:crypto";
import { type Sql, withEventSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/members/actor";
import { withPermission } from "@/lib/members/with-permission";

/**
 * One writing of a file. It is told to the file's row in short transactions, each of which finds out
 * first whether whoever downloads it may still do so. A second download of the same file takes the row
 * over; the first goes on and is no longer told.
 */
export class ExportRun {
  readonly #id = randomUUID();
  #written = 0;

  constructor(
    private readonly actor: Actor,
    private readonly eventId: string,
    private readonly exportId: string,
  ) {}

  /** Throws AppError when the seat, the event or the file is gone. */
  async begin(): Promise<void> {
    await this.#asMember(
      `UPDATE exports SET state = 'running', written = 0, finished_at = NULL,
         question = question || jsonb_build_object('run', $3::text)
       WHERE event_id = $1 AND id = $2`,
      [this.#id],
    );
  }

  /** Throws as {@link begin}: to be asked before each batch is read. */
  async proceed(): Promise<void> {
    await this.#asMember(
      `UPDATE exports SET written = CASE WHEN question ->> 'run' = $3 THEN $4 ELSE written END
       WHERE event_id = $1 AND id = $2`,
      [this.#id, this.#written],
    );
  }

  count(rows: number): void {
    this.#written += rows;
  }

  async end(state: "done" | "failed"): Promise<void> {
    await withEventSql(this.eventId, (sql) =>
      sql.query(
        `UPDATE exports SET state = $4, written = $5, finished_at = now()
         WHERE event_id = $1 AND id = $2 AND question ->> 'run' = $3`,
        [this.eventId, this.exportId, this.#id, state, this.#written],
      ),
    );
  }

  async #asMember(text: string, values: unknown[]): Promise<void> {
    await withPermission(this.actor, this.eventId, "people.export", async (sql: Sql) => {
      const { rowCount } = await sql.query(text, [this.eventId, this.exportId, ...values]);
      if (rowCount === 0) throw new AppError("not_found", "This file is no longer asked for.");
    });
  }
}
