import { describe, expect, test } from "vitest";
import { ReventoError } from "./errors";
import { parseActivity, parseApplicationSnapshot, parseEvent, parseParticipant } from "./snapshots";

const PARTICIPANT = {
  id: "ptp_harbor_1",
  user_id: "usr_p_harbor_1",
  role: "attendee",
  application_id: "app_harbor_1",
  application_status: "pending",
  custom_form_fields: { favorite_track: "food", workshops: ["a", "b"], age_confirmed: true },
  submitted_at: "2026-10-01T08:00:00.000Z",
  last_review_action: null,
  last_reviewed_at: null,
  last_reviewer_id: null,
  display_name: "Zoë O'Neil",
  email: "zoe@example.org",
  registered_at: null,
  updated_at: "2026-10-02T08:00:00Z",
};

describe("a participant of Revento in our names", () => {
  test("4.5 every field is carried over, times as dates", () => {
    expect(parseParticipant(PARTICIPANT)).toEqual({
      participantId: "ptp_harbor_1",
      userId: "usr_p_harbor_1",
      role: "attendee",
      applicationId: "app_harbor_1",
      status: "pending",
      name: "Zoë O'Neil",
      email: "zoe@example.org",
      fields: PARTICIPANT.custom_form_fields,
      cuts: null,
      submittedAt: new Date("2026-10-01T08:00:00Z"),
      registeredAt: null,
      lastReviewAction: null,
      lastReviewedAt: null,
      lastReviewerId: null,
      updatedAt: "2026-10-02T08:00:00Z",
    });
  });

  test("what is left out stays unknown, what is null is nothing", () => {
    const snapshot = parseParticipant({ id: "ptp_1", submitted_at: null });
    expect(snapshot.email).toBeUndefined();
    expect(snapshot.status).toBeUndefined();
    expect(snapshot.fields).toBeUndefined();
    expect(snapshot.submittedAt).toBeNull();
  });

  test("unknown fields and unknown statuses are let through", () => {
    const snapshot = parseParticipant({
      ...PARTICIPANT,
      application_status: "wait_listed",
      x_new: [1],
    });
    expect(snapshot.status).toBe("wait_listed");
    expect(snapshot).not.toHaveProperty("x_new");
  });

  test("an assumed field in another shape is not an answer, a promised one is an error", () => {
    expect(parseParticipant({ ...PARTICIPANT, email: { at: "x" } }).email).toBeUndefined();
    expect(parseParticipant({ ...PARTICIPANT, updated_at: "soon" }).updatedAt).toBeUndefined();
    expect(() => parseParticipant({ ...PARTICIPANT, application_status: 7 })).toThrow();
    expect(() => parseParticipant({ ...PARTICIPANT, submitted_at: "yesterday" })).toThrow();
    expect(() => parseParticipant({ ...PARTICIPANT, id: "" })).toThrow();
  });

  test("letters that PostgreSQL cannot keep are replaced, wherever they stand", () => {
    const snapshot = parseParticipant({
      ...PARTICIPANT,
      display_name: "a\u0000b",
      custom_form_fields: {
        "k\u0000": ["\ud800", { deep: "\u0000" }],
        big: Number.POSITIVE_INFINITY,
      },
    });
    expect(snapshot.name).toBe("a\ufffdb");
    expect(snapshot.fields).toEqual({ "k\ufffd": ["\ufffd", { deep: "\ufffd" }], big: null });
  });

  test("an answer that is nested more than 32 deep ends there", () => {
    let nested: unknown = "the bottom";
    for (let depth = 0; depth < 10_000; depth += 1) nested = [nested];
    const { fields } = parseParticipant({ ...PARTICIPANT, custom_form_fields: { nested } });
    const text = JSON.stringify(fields);
    expect(text).toBe(`{"nested":${"[".repeat(31)}null${"]".repeat(31)}}`);
  });

  test("a form without answers is an empty form", () => {
    expect(parseParticipant({ id: "ptp_1", custom_form_fields: null }).fields).toEqual({});
  });
});

describe("an application in a webhook", () => {
  const APPLICATION = {
    id: "app_1",
    participant_id: "ptp_1",
    user_id: "usr_1",
    custom_form_fields: { a: 1 },
  };

  test("6.7 an approval says who approved when", () => {
    const snapshot = parseApplicationSnapshot("application.approved", {
      ...APPLICATION,
      status: "approved",
      approved_at: "2026-10-03T09:00:00Z",
      approver_id: "usr_ana",
    });
    expect(snapshot).toMatchObject({
      participantId: "ptp_1",
      applicationId: "app_1",
      status: "approved",
      lastReviewAction: "approved",
      lastReviewedAt: new Date("2026-10-03T09:00:00Z"),
      lastReviewerId: "usr_ana",
      actorId: "usr_ana",
      updatedAt: "2026-10-03T09:00:00Z",
    });
    expect(snapshot.role).toBeUndefined();
  });

  test("6.7 a submission says nothing about reviews", () => {
    const snapshot = parseApplicationSnapshot("application.submitted", {
      ...APPLICATION,
      status: "pending",
      submitted_at: "2026-10-03T09:00:00Z",
    });
    expect(snapshot.updatedAt).toBe("2026-10-03T09:00:00Z");
    expect(snapshot.lastReviewAction).toBeUndefined();
  });

  test("6.7 a request for revision without its assumed fields still says what was done", () => {
    const snapshot = parseApplicationSnapshot("application.revision_requested", APPLICATION);
    expect(snapshot.lastReviewAction).toBe("revision_requested");
    expect(snapshot.lastReviewedAt).toBeUndefined();
  });
});

describe("events and activities", () => {
  test("4.6 an event needs its id, organization, title and status, the rest may be missing", () => {
    const event = { id: "evt_1", organization_id: "org_1", title: "T", publish_status: "draft_2" };
    expect(parseEvent(event)).toMatchObject({ eventId: "evt_1", publishStatus: "draft_2" });
    expect(parseEvent({ ...event, participant_count: "many" }).participantCount).toBeUndefined();
    expect(() => parseEvent({ ...event, title: undefined })).toThrow();
  });

  test("4.7 an activity carries its place and its sign-ups", () => {
    const activity = parseActivity({
      id: "act_1",
      title: "Opening",
      thread_id: "thr_1",
      location_id: null,
      starts_at: "2026-10-03T11:00:00+02:00",
      signed_up_count: 12,
      capacity: null,
    });
    expect(activity).toMatchObject({
      activityId: "act_1",
      locationId: null,
      startsAt: new Date("2026-10-03T09:00:00Z"),
      signedUpCount: 12,
      capacity: null,
    });
  });
});

test("a ReventoError says its kind and Revento's code, and keeps the cause for the log", () => {
  const cause = new Error("socket");
  const error = new ReventoError("throttled", { code: "rate_limit_exceeded", waitMs: 7, cause });
  expect(error).toMatchObject({ kind: "throttled", code: "rate_limit_exceeded", waitMs: 7 });
  expect(error.cause).toBe(cause);
  expect(error.message).toBe("Revento throttled: rate_limit_exceeded");
});
