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

  test("a field in another shape is left out and named, the rest of the row is read", () => {
    const odd = { email: { at: "x" }, submitted_at: "yesterday", updated_at: "soon", role: 7 };
    const { odd: named, ...snapshot } = parseParticipant({ ...PARTICIPANT, ...odd });
    expect(snapshot).toMatchObject({ status: "pending", name: "Zoë O'Neil" });
    for (const field of ["email", "submittedAt", "updatedAt", "role"] as const) {
      expect(snapshot[field]).toBeUndefined();
    }
    expect(named).toHaveLength(4);
    expect(named).toContainEqual({ field: "submitted_at", raw: '"yesterday"' });
    expect(() => parseParticipant({ ...PARTICIPANT, id: "" })).toThrow();
  });

  test.each([
    ["an empty list, which is PHP's empty object", [], {}],
    [
      "a list of keys and values",
      [
        { key: "track", value: "food" },
        { key: "age", value: 7 },
      ],
      { track: "food", age: 7 },
    ],
    [
      "with a field that is called __proto__",
      JSON.parse('{"__proto__": "x", "": 1}'),
      JSON.parse('{"__proto__": "x", "": 1}'),
    ],
  ])("a form may be %s", (_, form, fields) => {
    const snapshot = parseParticipant({ ...PARTICIPANT, custom_form_fields: form });
    expect(Object.entries(snapshot.fields ?? {})).toEqual(Object.entries(fields));
    expect(snapshot.odd).toBeUndefined();
  });

  test("a form that is none leaves the answers as they are", () => {
    const snapshot = parseParticipant({ ...PARTICIPANT, custom_form_fields: ["food"] });
    expect(snapshot.fields).toBeUndefined();
    expect(snapshot.odd).toEqual([{ field: "custom_form_fields", raw: '["food"]' }]);
  });

  test.each([
    ["2026-10-01 08:00:00+00", "2026-10-01T08:00:00.000Z"],
    ["2026-10-01T08:00", "2026-10-01T08:00:00.000Z"],
    ["2026-10-01 10:00:00.5 +0200", "2026-10-01T08:00:00.500Z"],
    ["2026-10-01T08:00:00,25UTC", "2026-10-01T08:00:00.250Z"],
  ])("a moment may be spelled %s", (text, moment) => {
    const snapshot = parseParticipant({ ...PARTICIPANT, submitted_at: text });
    expect(snapshot.submittedAt).toEqual(new Date(moment));
  });

  test.each([
    "2026-02-30T08:00:00Z",
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59-10:00",
    "Oct 1",
    1_700_000_000,
  ])("%s is no moment", (text) => {
    expect(parseParticipant({ ...PARTICIPANT, submitted_at: text }).odd).toHaveLength(1);
  });

  test("an empty text where a moment belongs is none", () => {
    const snapshot = parseParticipant({ ...PARTICIPANT, submitted_at: "", updated_at: "" });
    expect(snapshot).toMatchObject({ submittedAt: null, updatedAt: null });
  });

  test.each([
    ["under its other name", { status: "approved" }],
    ["in an object of its own", { application: { id: "app_harbor_1", status: "approved" } }],
    ["there under its own name", { application: { application_status: "approved" } }],
  ])("the status may stand %s", (_, told) => {
    const { application_status, ...rest } = PARTICIPANT;
    expect(parseParticipant({ ...rest, ...told }).status).toBe("approved");
    expect(parseParticipant({ ...PARTICIPANT, ...told }).status).toBe(application_status);
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

  test.each([
    ["in no word", {}, "approved"],
    ["under the name that lists have for it", { application_status: "approved" }, "approved"],
    ["nested", { application: { status: "wait_listed" } }, "wait_listed"],
    [
      "in a way that cannot be read, beside a form that cannot",
      { status: 7, custom_form_fields: 7 },
      "approved",
    ],
  ])("6.7 an approval that says the status %s is one", (_, told, status) => {
    const data = { id: "app_1", participant_id: "ptp_1", ...told };
    expect(parseApplicationSnapshot("application.approved", data).status).toBe(status);
  });

  test("6.7 an application may have its participant nested", () => {
    const data = { id: "app_1", participant: { id: "ptp_1" }, status: "approved" };
    expect(parseApplicationSnapshot("application.approved", data).participantId).toBe("ptp_1");
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
  test("4.6 an event needs its id, the rest may be missing", () => {
    const event = { id: "evt_1", organization_id: "org_1", title: "T", publish_status: "draft_2" };
    expect(parseEvent(event)).toMatchObject({ eventId: "evt_1", publishStatus: "draft_2" });
    expect(parseEvent({ ...event, participant_count: "many" }).participantCount).toBeUndefined();
    expect(parseEvent({ ...event, title: undefined })).toMatchObject({
      publishStatus: "draft_2",
      odd: [{ field: "title", raw: "" }],
    });
    expect(() => parseEvent({ ...event, id: undefined })).toThrow();
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
