import { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { readEventAs } from "@/lib/members/with-permission";
import type { LabelsView } from "./label-view";
import { readLabels } from "./read-labels";

const Input = z.object({ eventId: z.string() });

/** The labels of the event's team. Throws AppError `unauthenticated`, `not_found`, `forbidden`. */
export async function listLabelsInEvent(actor: Actor, raw: unknown): Promise<LabelsView> {
  const { eventId } = Input.parse(raw);
  return readEventAs(actor, eventId, "reviews.read", async (db) => ({
    labels: await readLabels(db, eventId),
  }));
}
