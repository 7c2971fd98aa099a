import type { z } from "zod";
import { shareByHead } from "@/lib/live/share-by-head";
import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import { readList } from "./list/read-list";
import { ListQuery } from "./list-query";
import type { ApplicationListView } from "./participant-view";

/**
 * A page of who takes part, by name unless asked otherwise: the approved, and those who never had to
 * apply. Takes {@link ListQuery}; throws ZodError or AppError `invalid`, `unauthenticated`, `not_found`.
 */
export async function listParticipantsInEvent(
  actor: Actor,
  raw: z.input<typeof ListQuery>,
): Promise<ApplicationListView> {
  const query = ListQuery.parse(raw);
  return readWithPermission(actor, query.eventId, "people.read", (sql, { sight }) =>
    shareByHead(sql, query.eventId, `participants ${JSON.stringify([query, sight])}`, () =>
      readList(sql, "participants", sight, query),
    ),
  );
}
