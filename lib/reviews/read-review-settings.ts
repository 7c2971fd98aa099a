import type { Tx } from "@/lib/db";
import {
  type Average,
  type CriterionView,
  type ReviewSettingsView,
  USUAL_SETTINGS,
} from "./review-settings-view";

/** How the event's team reviews: as it said, or as is usual. */
export async function readReviewSettings(db: Tx, eventId: string): Promise<ReviewSettingsView> {
  const row = await db.reviewSettings.findFirst({ where: { eventId } });
  if (!row) return USUAL_SETTINGS;
  return {
    criteria: row.criteria as CriterionView[],
    average: row.average as Average,
    hideOthers: row.hideOthers,
    isBlind: row.isBlind,
    blindFields: row.blindFields,
    perApplication: row.perApplication,
  };
}
