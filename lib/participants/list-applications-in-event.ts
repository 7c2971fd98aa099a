import type { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { withRole } from "@/lib/members/with-role";
import { ListQuery } from "./list-query";
import type { ApplicationListView } from "./participant-view";
import { type ListScope, readListPage } from "./read-list-page";

const APPLICATIONS: ListScope = { has: (status) => status !== "", statuses: [] };

/**
 * A page of the event's applications, newest first unless asked otherwise. Takes {@link ListQuery};
 * throws ZodError or AppError `invalid`, `unauthenticated`, `not_found`.
 */
export async function listApplicationsInEvent(
  actor: Actor,
  raw: z.input<typeof ListQuery>,
): Promise<ApplicationListView> {
  const query = ListQuery.parse(raw);
  return withRole(actor, query.eventId, "viewer", (sql) => readListPage(sql, query, APPLICATIONS));
}
