import type { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { readListInEvent } from "./list/read-list-in-event";
import { ListQuery } from "./list-query";
import type { ApplicationListView } from "./participant-view";

/**
 * A page of the event's applications, newest first unless asked otherwise. Takes {@link ListQuery};
 * throws ZodError or AppError `invalid`, `unauthenticated`, `not_found`.
 */
export async function listApplicationsInEvent(
  actor: Actor,
  raw: z.input<typeof ListQuery>,
): Promise<ApplicationListView> {
  return readListInEvent(actor, "applications", ListQuery.parse(raw));
}
