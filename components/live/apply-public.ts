import type { QueryClient } from "@tanstack/react-query";
import { portalQueries } from "@/components/queries/portal-queries";
import { isUpTo, type PublicUpdateView } from "@/lib/portal/portal-program-view";
import { patchProgram } from "./patch-program";

/**
 * Shows what became of what everybody in the portal sees. Answers false where the page has missed something of the
 * program before, or where it is too much to be told: then it has to ask.
 */
export function applyPublic(
  client: QueryClient,
  eventId: string,
  { from, to, program: patch, isCut, event, heard }: PublicUpdateView,
): boolean {
  const entry = portalQueries.entry(eventId).queryKey;
  client.setQueryData(entry, (door) =>
    door?.session.state === "signed_in"
      ? { event: event ?? door.event, session: { ...door.session, heard } }
      : door,
  );
  const { queryKey } = portalQueries.program(eventId);
  const known = client.getQueryData(queryKey);
  if (!known || isUpTo(known.version, to)) return true;
  if (isCut || !from || !isUpTo(known.version, from)) return false;
  client.setQueryData(queryKey, { ...(patch ? patchProgram(known, patch) : known), version: to });
  return true;
}
