import type { Sql } from "@/lib/db";
import { excerptOfAnswers } from "@/lib/participants/excerpt";
import { readHistory } from "@/lib/participants/read-history";
import { eventAddress } from "@/lib/revento/event-address";
import { ATTENDANCE_SCOPE } from "@/lib/revento/oauth/user-scopes";
import type { MeView, MyApplicationView } from "./me-view";
import { type MyRow, readMyRow } from "./my-row";
import type { PortalParticipant } from "./with-participant";

/**
 * What Foyer knows of a person at this moment: their profile, and their application where they let
 * Foyer see it, from the mirror, with its age. Reads only.
 */
export async function viewMe(
  sql: Sql,
  eventId: string,
  participant: PortalParticipant,
): Promise<MeView> {
  const { userId, scopes, grantedAt, profile } = participant;
  const row = await readMyRow(sql, eventId, userId);
  return {
    profile: {
      name: profile.name ?? row?.name ?? null,
      email: profile.email ?? row?.email ?? null,
      readAt: profile.readAt?.toISOString() ?? null,
    },
    grantedAt: grantedAt.toISOString(),
    scopes,
    mayReadApplication: scopes.includes(ATTENDANCE_SCOPE),
    application: await viewApplication(sql, eventId, participant, row),
    reventoUrl: eventAddress(eventId),
    check: { at: profile.checkedAt?.toISOString() ?? null, failure: profile.checkFailure },
  };
}

async function viewApplication(
  sql: Sql,
  eventId: string,
  { scopes }: PortalParticipant,
  row: MyRow | undefined,
): Promise<MyApplicationView | null> {
  if (!row?.application_id || !scopes.includes(ATTENDANCE_SCOPE)) return null;
  const { history } = await readHistory(sql, eventId, row);
  return {
    status: row.status,
    role: row.role,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    registeredAt: row.registered_at?.toISOString() ?? null,
    ...excerptOfAnswers(row.fields),
    cuts: row.cuts,
    // Who reviewed is the organizers' business.
    history: history.map(({ id, at, kind, status, changes, answers }) => {
      const { last_reviewer_id: _, ...shown } = changes;
      return { id, at, kind, status, changes: shown, answers };
    }),
    freshness: {
      source: row.source,
      at: row.version_at.toISOString(),
      confirmedAt: row.confirmed_at.toISOString(),
    },
  };
}
