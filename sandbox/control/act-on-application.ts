import { z } from "zod";
import { addApplications } from "../platform/add-applications";
import { cancelApplication } from "../platform/cancel-application";
import type { Platform } from "../platform/platform";
import { registerParticipant } from "../platform/register-participant";
import { reviewApplication } from "../platform/review-application";
import { submitApplication } from "../platform/submit-application";
import { updateAnswers } from "../platform/update-answers";
import { updateProfile } from "../platform/update-profile";
import type { ParticipantRow } from "../store/rows";
import { formatParticipant } from "../wire/format-participant";

const Answers = z.record(z.string(), z.unknown());
const Review = { application_id: z.string(), actor: z.string().optional() };

export const ApplicationAct = z.discriminatedUnion("action", [
  z.object({ action: z.literal("approve"), ...Review }),
  z.object({ action: z.literal("reject"), ...Review }),
  z.object({ action: z.literal("request_revision"), ...Review }),
  z.object({ action: z.literal("cancel"), ...Review }),
  z.object({
    action: z.literal("apply"),
    event_id: z.string(),
    user_id: z.string(),
    custom_form_fields: Answers.optional(),
  }),
  z.object({
    action: z.literal("update_answers"),
    application_id: z.string(),
    custom_form_fields: Answers,
  }),
  z.object({
    action: z.literal("update_profile"),
    participant_id: z.string(),
    display_name: z.string().optional(),
    email: z.string().optional(),
  }),
  z.object({
    action: z.literal("register"),
    event_id: z.string(),
    user_id: z.string().optional(),
    role: z.string().optional(),
  }),
  z.object({
    action: z.literal("add_applications"),
    event_id: z.string(),
    count: z.number().int().min(1).max(100_000),
  }),
]);
export type ApplicationAct = z.output<typeof ApplicationAct>;

const OUTCOMES = {
  approve: "approved",
  reject: "rejected",
  request_revision: "revision_requested",
} as const;

/** Acts on applications and participants; answers the participant, or the new applications' ids. */
export function actOnApplication(platform: Platform, act: ApplicationAct): unknown {
  if (act.action === "add_applications") {
    return { application_ids: addApplications(platform, act.event_id, act.count) };
  }
  return formatParticipant(perform(platform, act));
}

function perform(
  platform: Platform,
  act: Exclude<ApplicationAct, { action: "add_applications" }>,
): ParticipantRow {
  switch (act.action) {
    case "approve":
    case "reject":
    case "request_revision":
      return reviewApplication(platform, {
        applicationId: act.application_id,
        outcome: OUTCOMES[act.action],
        reviewerId: act.actor,
      });
    case "cancel":
      return cancelApplication(platform, act.application_id);
    case "apply":
      return submitApplication(platform, {
        eventId: act.event_id,
        userId: act.user_id,
        answers: act.custom_form_fields,
      });
    case "update_answers":
      return updateAnswers(platform, act.application_id, act.custom_form_fields);
    case "update_profile":
      return updateProfile(platform, act.participant_id, {
        displayName: act.display_name,
        email: act.email,
      });
    case "register":
      return registerParticipant(platform, {
        eventId: act.event_id,
        userId: act.user_id,
        role: act.role,
      });
  }
}
