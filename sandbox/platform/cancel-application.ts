import type { ParticipantRow } from "../store/rows";
import { requireApplication } from "./find-participant";
import type { Platform } from "./platform";
import { PlatformError } from "./platform-error";
import { updateParticipant } from "./update-participant";

/** Cancels an application. No webhook exists for it (contract 6.8): only a fetch shows it. */
export function cancelApplication(platform: Platform, applicationId: string): ParticipantRow {
  const row = requireApplication(platform, applicationId);
  if (row.application_status === "cancelled") {
    throw new PlatformError(409, "conflict", "The application is cancelled already.");
  }
  return updateParticipant(platform, row, () => ({ application_status: "cancelled" }));
}
