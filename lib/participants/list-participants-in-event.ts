import type { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { readListInEvent } from "./list/read-list-in-event";
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
  return readListInEvent(actor, "participants", ListQuery.parse(raw));
}
