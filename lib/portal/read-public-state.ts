import { type Sql, urgently, withEventSql } from "@/lib/db";
import { readPortalEvent } from "./get-portal-entry";
import type { PublicEventView } from "./portal-entry-view";
import type { PortalProgramView } from "./portal-program-view";
import { sharedProgram } from "./shared-program";

/** What everybody in a portal sees. */
export type PublicState = {
  program: PortalProgramView;
  event: PublicEventView | null;
  heardAt: string | null;
  awaySince: string | null;
};

/** Reads what is the same for everybody who is signed in to the portal. The caller tells nobody else. Waits behind no page. */
export async function readPublicState(eventId: string): Promise<PublicState> {
  const read = async (sql: Sql) => {
    const { view: program } = await sharedProgram(sql, eventId);
    const { event, heard } = await readPortalEvent(sql, eventId, null);
    return { program, event, heardAt: heard.heardAt, awaySince: heard.awaySince };
  };
  return urgently(() => withEventSql(eventId, read));
}
