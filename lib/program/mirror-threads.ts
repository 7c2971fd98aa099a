import type { Sql } from "@/lib/db";
import type { ThreadSnapshot } from "@/lib/revento/snapshots";
import { type MirrorRow, mirrorRows, type ProgramMirrorResult } from "./mirror-rows";

const TABLE = {
  name: "threads",
  key: "thread_id",
  columns: ["title", "position"],
} as const;

/** Mirrors threads (contract 4.7). The caller holds `lockMirror`. */
export async function mirrorThreads(
  sql: Sql,
  eventId: string,
  rows: readonly MirrorRow<ThreadSnapshot>[],
): Promise<ProgramMirrorResult> {
  const said = rows.map(({ snapshot, versionAt, exact }) => ({
    id: snapshot.threadId,
    versionAt,
    exact,
    columns: {
      title: snapshot.title,
      position: snapshot.position,
    },
  }));
  return mirrorRows(sql, eventId, TABLE, said);
}
