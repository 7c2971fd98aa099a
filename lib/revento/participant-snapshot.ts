import { z } from "zod";
import type { JsonValue } from "./bounds";
import type { CutsView } from "./cuts-view";
import { Answers, assumed, Email, ExactTime, Id, Name, OtherId, Time, Word } from "./wire-fields";

/**
 * A participant with their application, as Revento showed them at one moment (contract 4.5, 6.9), in
 * our names. `undefined`: the snapshot does not say, keep what is known. `null`: there is none.
 */
export type ParticipantSnapshot = {
  participantId: string;
  userId?: string | null;
  role?: string | null;
  applicationId?: string | null;
  status?: string | null;
  name?: string | null;
  email?: string | null;
  /** The answers, as far as they are kept. */
  fields?: { [name: string]: JsonValue };
  /** What of the answers is not kept; null: all of it is. */
  cuts?: CutsView | null;
  submittedAt?: Date | null;
  registeredAt?: Date | null;
  lastReviewAction?: string | null;
  lastReviewedAt?: Date | null;
  lastReviewerId?: string | null;
  /** When Revento last changed it (A), on Revento's clock and with all its digits. */
  updatedAt?: string | null;
};

/**
 * What an `application.*` webhook tells: the participant, and who did it. If it has no `updated_at`, `updatedAt` is
 * when it was done.
 */
export type ApplicationSnapshot = ParticipantSnapshot & { actorId?: string | null };

const WireParticipant = z.object({
  id: Id,
  user_id: OtherId,
  role: Word,
  application_id: assumed(OtherId),
  application_status: Word,
  custom_form_fields: Answers,
  submitted_at: Time,
  last_review_action: Word,
  last_reviewed_at: Time,
  last_reviewer_id: OtherId,
  display_name: assumed(Name),
  email: assumed(Email),
  registered_at: assumed(Time),
  updated_at: assumed(ExactTime),
});

/**
 * A participant from the API or from a `participant.*` webhook (contract 4.5). Unknown fields and
 * unknown words are let through; a field that contradicts the contract throws ZodError.
 */
export function parseParticipant(json: unknown): ParticipantSnapshot {
  const wire = WireParticipant.parse(json);
  return {
    participantId: wire.id,
    userId: wire.user_id,
    role: wire.role,
    applicationId: wire.application_id,
    status: wire.application_status,
    name: wire.display_name,
    email: wire.email,
    ...wire.custom_form_fields,
    submittedAt: wire.submitted_at,
    registeredAt: wire.registered_at,
    lastReviewAction: wire.last_review_action,
    lastReviewedAt: wire.last_reviewed_at,
    lastReviewerId: wire.last_reviewer_id,
    updatedAt: wire.updated_at,
  };
}

const WireApplication = z.object({
  id: Id,
  participant_id: Id,
  user_id: OtherId,
  status: Word,
  custom_form_fields: Answers,
  submitted_at: assumed(Time),
  display_name: assumed(Name),
  email: assumed(Email),
  updated_at: assumed(ExactTime),
  approved_at: Time,
  approver_id: OtherId,
  rejected_at: Time,
  rejecter_id: assumed(OtherId),
  revision_requested_at: assumed(Time),
  revision_requester_id: assumed(OtherId),
});
type WireApplication = z.output<typeof WireApplication>;

const WireDeeds = z.object({
  submitted_at: assumed(ExactTime),
  approved_at: assumed(ExactTime),
  rejected_at: assumed(ExactTime),
  revision_requested_at: assumed(ExactTime),
});
const DEEDS: Record<string, keyof z.output<typeof WireDeeds>> = {
  "application.submitted": "submitted_at",
  "application.approved": "approved_at",
  "application.rejected": "rejected_at",
  "application.revision_requested": "revision_requested_at",
};

/** When what a webhook of `type` tells was done. */
function doneAt(type: string, json: unknown): string | null | undefined {
  const deed = DEEDS[type];
  return deed && WireDeeds.parse(json)[deed];
}

/** What each type of review says about the latest review (contract 6.7). */
function reviewOf(type: string, wire: WireApplication): Partial<ApplicationSnapshot> {
  const review = (action: string, at?: Date | null, reviewerId?: string | null) => ({
    lastReviewAction: action,
    lastReviewedAt: at,
    lastReviewerId: reviewerId,
    actorId: reviewerId,
  });
  switch (type) {
    case "application.submitted":
      return { actorId: wire.user_id };
    case "application.approved":
      return review("approved", wire.approved_at, wire.approver_id);
    case "application.rejected":
      return review("rejected", wire.rejected_at, wire.rejecter_id);
    case "application.revision_requested":
      return review("revision_requested", wire.revision_requested_at, wire.revision_requester_id);
    default:
      return {};
  }
}

/**
 * The snapshot in an `application.*` webhook of `type` (contract 6.7, 6.9). It says nothing of role
 * or registration. Throws ZodError when it contradicts the contract.
 */
export function parseApplicationSnapshot(type: string, json: unknown): ApplicationSnapshot {
  const wire = WireApplication.parse(json);
  return {
    participantId: wire.participant_id,
    applicationId: wire.id,
    userId: wire.user_id,
    status: wire.status,
    name: wire.display_name,
    email: wire.email,
    ...wire.custom_form_fields,
    submittedAt: wire.submitted_at,
    updatedAt: wire.updated_at ?? doneAt(type, json),
    ...reviewOf(type, wire),
  };
}

const WireMyApplication = z.object({
  id: Id,
  participant_id: Id,
  status: Word,
  custom_form_fields: Answers,
  user_id: assumed(OtherId),
  event_id: assumed(OtherId),
  submitted_at: assumed(Time),
  last_review_action: assumed(Word),
  last_reviewed_at: assumed(Time),
  last_reviewer_id: assumed(OtherId),
  updated_at: assumed(ExactTime),
});

/**
 * The answer of `/me/application` to a user token (contract 4.8): the application of `owner`'s event.
 * Throws when it contradicts the contract or belongs to somebody else.
 */
export function parseMyApplication(
  json: unknown,
  owner: { eventId: string; userId: string },
): ParticipantSnapshot {
  const wire = WireMyApplication.parse(json);
  if ((wire.user_id ?? owner.userId) !== owner.userId) throw new Error("it is another person's");
  if ((wire.event_id ?? owner.eventId) !== owner.eventId) throw new Error("it is another event's");
  return {
    participantId: wire.participant_id,
    applicationId: wire.id,
    userId: owner.userId,
    status: wire.status,
    ...wire.custom_form_fields,
    submittedAt: wire.submitted_at,
    lastReviewAction: wire.last_review_action,
    lastReviewedAt: wire.last_reviewed_at,
    lastReviewerId: wire.last_reviewer_id,
    updatedAt: wire.updated_at,
  };
}
