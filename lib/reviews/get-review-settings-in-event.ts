import { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { may } from "@/lib/members/permissions-view";
import { readEventAs } from "@/lib/members/with-permission";
import { readReviewSettings } from "./read-review-settings";
import type { ReviewSettingsView } from "./review-settings-view";

const Input = z.object({ eventId: z.string() });

/**
 * How the event's team reviews. What is hidden from those who review blindly is named to whoever sets it alone. Throws
 * AppError `unauthenticated`, `not_found`, `forbidden`.
 */
export async function getReviewSettingsInEvent(
  actor: Actor,
  raw: unknown,
): Promise<ReviewSettingsView> {
  const { eventId } = Input.parse(raw);
  return readEventAs(actor, eventId, "reviews.read", async (db, { role }) => {
    const settings = await readReviewSettings(db, eventId);
    return may(role, "reviews.manage") ? settings : { ...settings, blindFields: [] };
  });
}
