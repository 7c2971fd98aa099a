import type { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { withRole } from "@/lib/members/with-role";
import { ListQuery } from "./list-query";
import type { ApplicationListView } from "./participant-view";
import { type ListScope, readListPage } from "./read-list-page";

const PARTICIPANTS: ListScope = {
  has: (status) => status === "" || status === "approved",
  statuses: ["approved", null],
};

/**
 * A page of who takes part: the approved, and those who never had to apply. Takes {@link ListQuery};
 * throws ZodError or AppError `invalid`, `unauthenticated`, `not_found`.
 */
export async function listParticipantsInEvent(
  actor: Actor,
  raw: z.input<typeof ListQuery>,
): Promise<ApplicationListView> {
  const query = ListQuery.parse(raw);
  return withRole(actor, query.eventId, "viewer", (sql) => readListPage(sql, query, PARTICIPANTS));
}
