import { resumeConnection as readOn } from "@/lib/connections/resume-connection";
import { AppError } from "@/lib/errors";
import { wake } from "@/lib/live/wake";
import type { OperatorActor } from "@/lib/operators/operator";
import { actOnConnection } from "./act-on-connection";

/** Takes a pause back. Throws as actOnConnection; `conflict` for a connection that is not paused. */
export async function resumeConnection(actor: OperatorActor, raw: unknown): Promise<void> {
  await actOnConnection(actor, raw, {
    name: "connection.resumed",
    topic: "connection",
    work: async ({ sql }, { eventId }) => {
      if (await readOn(sql, eventId)) return;
      throw new AppError("conflict", "The connection is not paused.");
    },
  });
  await Promise.all([wake("foyer_inbox"), wake("foyer_syncs")]);
}
