import { z } from "zod";
import type { JsonValue } from "./bounds";
import type { CutsView } from "./cuts-view";
import { type OddField, oddOf, readLeniently } from "./read-leniently";
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
  /** What of it could not be read. */
  odd?: OddField[];
};

/**
 * What an `application.*` webhook tells: the participant, and who did it. If it has no `updated_at`, `updatedAt` is
 * when it was done.
 */
export type ApplicationSnapshot = ParticipantSnapshot & { actorId?: string | null };

const PERSON = {
  id: OtherId,
  user_id: OtherId,
  event_id: OtherId,
  role: Word,
  application_id: OtherId,
  application_status: Word,
  status: Word,
  custom_form_fields: Answers,
  display_name: Name,
  email: Email,
  submitted_at: Time,
  registered_at: Time,
  last_review_action: Word,
  last_reviewed_at: Time,
  last_reviewer_id: OtherId,
  approved_at: Time,
  approver_id: OtherId,
  rejected_at: Time,
  rejecter_id: OtherId,
  revision_requested_at: Time,
  revision_requester_id: OtherId,
  updated_at: ExactTime,
};

const Nested = z.object({ application: z.looseObject({}) });

/** A person with their application, which may also be an object of its own in there. What both say the outer decides. */
function readPerson(json: unknown) {
  const { read: outer, odd } = readLeniently(PERSON, json);
  const nested = Nested.safeParse(json);
  if (!nested.success) return { read: outer, odd };
  const inner = readLeniently(PERSON, nested.data.application);
  const { id: application_id, ...application } = inner.read;
  return {
    read: { application_id, ...said(application), ...said(outer) },
    odd: [...odd, ...inner.odd.map(({ field, raw }) => ({ field: `application.${field}`, raw }))],
  };
}

type Person = ReturnType<typeof readPerson>["read"];

/** Without what is undefined, which must not hide what is said elsewhere. */
function said<T extends object>(read: T): T {
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as T;
}

/** What every source of an application says of it. */
function applicationOf(read: Person) {
  return {
    userId: read.user_id,
    ...read.custom_form_fields,
    submittedAt: read.submitted_at,
    updatedAt: read.updated_at,
  };
}

function latestReviewOf(read: Person) {
  return {
    lastReviewAction: read.last_review_action,
    lastReviewedAt: read.last_reviewed_at,
    lastReviewerId: read.last_reviewer_id,
  };
}

/** The status under the name that a source has for it, or else under the other one. */
function statusOf(own: string | null | undefined, other: string | null | undefined) {
  return own === undefined ? other : own;
}

/**
 * A participant from the API or from a `participant.*` webhook (contract 4.5). Unknown fields and
 * unknown words are let through, fields that contradict the contract are left out and named. Throws ZodError where
 * nobody can tell whom it is about.
 */
export function parseParticipant(json: unknown): ParticipantSnapshot {
  const { id: participantId } = z.object({ id: Id }).parse(json);
  const { read, odd } = readPerson(json);
  return {
    participantId,
    role: read.role,
    applicationId: read.application_id,
    status: statusOf(read.application_status, read.status),
    name: read.display_name,
    email: read.email,
    registeredAt: read.registered_at,
    ...applicationOf(read),
    ...latestReviewOf(read),
    ...oddOf(odd),
  };
}

const WireDeeds = z.object({
  submitted_at: assumed(ExactTime),
  approved_at: assumed(ExactTime),
  rejected_at: assumed(ExactTime),
  revision_requested_at: assumed(ExactTime),
});

/** What each type of `application.*` webhook says was done (contract 6.7). */
const DEEDS: Record<string, { at: keyof z.output<typeof WireDeeds>; status: string }> = {
  "application.submitted": { at: "submitted_at", status: "pending" },
  "application.approved": { at: "approved_at", status: "approved" },
  "application.rejected": { at: "rejected_at", status: "rejected" },
  "application.revision_requested": { at: "revision_requested_at", status: "revision_requested" },
};

/** What each type of review says about the latest review (contract 6.7). */
function reviewOf(type: string, read: Person): Partial<ApplicationSnapshot> {
  const review = (action: string, at?: Date | null, reviewerId?: string | null) => ({
    lastReviewAction: action,
    lastReviewedAt: at,
    lastReviewerId: reviewerId,
    actorId: reviewerId,
  });
  switch (type) {
    case "application.submitted":
      return { actorId: read.user_id };
    case "application.approved":
      return review("approved", read.approved_at, read.approver_id);
    case "application.rejected":
      return review("rejected", read.rejected_at, read.rejecter_id);
    case "application.revision_requested":
      return review("revision_requested", read.revision_requested_at, read.revision_requester_id);
    default:
      return {};
  }
}

const Applicant = z.union([
  z.object({ participant_id: Id }).transform(({ participant_id }) => participant_id),
  z.object({ participant: z.object({ id: Id }) }).transform(({ participant }) => participant.id),
]);

/**
 * The snapshot in an `application.*` webhook of `type` (contract 6.7, 6.9). It says nothing of role
 * or registration. A status that it does not spell out is the one that its type says. Throws ZodError where nobody can
 * tell whose application it is.
 */
export function parseApplicationSnapshot(type: string, json: unknown): ApplicationSnapshot {
  const participantId = Applicant.parse(json);
  const { read, odd } = readPerson(json);
  const deed = DEEDS[type];
  const doneAt = deed && WireDeeds.parse(json)[deed.at];
  return {
    participantId,
    applicationId: read.id ?? read.application_id,
    name: read.display_name,
    email: read.email,
    ...applicationOf(read),
    status: statusOf(read.status, read.application_status) ?? deed?.status,
    updatedAt: read.updated_at ?? doneAt,
    ...reviewOf(type, read),
    ...oddOf(odd),
  };
}

/**
 * The answer of `/me/application` to a user token (contract 4.8): the application of `owner`'s event.
 * Throws where nobody can tell whose it is, or when it belongs to somebody else.
 */
export function parseMyApplication(
  json: unknown,
  owner: { eventId: string; userId: string },
): ParticipantSnapshot {
  const participantId = Applicant.parse(json);
  const { read, odd } = readPerson(json);
  if ((read.user_id ?? owner.userId) !== owner.userId) throw new Error("it is another person's");
  if ((read.event_id ?? owner.eventId) !== owner.eventId) throw new Error("it is another event's");
  return {
    participantId,
    applicationId: read.id ?? read.application_id,
    ...applicationOf(read),
    userId: owner.userId,
    status: statusOf(read.status, read.application_status),
    ...latestReviewOf(read),
    ...oddOf(odd),
  };
}
