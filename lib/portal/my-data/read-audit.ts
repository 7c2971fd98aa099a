import type { Sql } from "@/lib/db";
import type { MyDataGroupView } from "@/lib/portal/my-data-view";
import { concealOthers } from "./conceal-others";
import { datum, type Person } from "./datum";
import { SOURCE } from "./source-words";

type AuditRow = { at: Date; actor: string; action: string; detail: unknown };

const ACTORS: Record<string, string> = { revento: "Revento", foyer: "Foyer" };

/** Entries of the event's audit that name them, as actor or as `userId`, without anybody else's id. */
export async function readAudit(sql: Sql, person: Person): Promise<MyDataGroupView[]> {
  const own = [person.userId, ...person.participantIds];
  const found = await sql.query<AuditRow>(
    `SELECT at, actor, action, detail FROM audit_entries
     WHERE event_id = $1 AND (actor = $2 OR detail ->> 'userId' = $2)
     ORDER BY at DESC, id`,
    [person.eventId, person.userId],
  );
  return [
    {
      name: "Records of what was done",
      note: "Kept so that the organizers can see who did what; only the entries that name you are here.",
      data: found.rows.map(({ at, actor, action, detail }) => {
        const by = own.includes(actor) ? "you" : (ACTORS[actor] ?? "a member of the event's team");
        return datum(action, { by, detail: concealOthers(detail, own) }, SOURCE.foyer, at);
      }),
    },
  ];
}
