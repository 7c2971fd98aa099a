import { expect, test } from "vitest";
import { maskBody } from "./mask-body";

const masked = (type: string, json: unknown) =>
  JSON.parse(maskBody(type, Buffer.from(JSON.stringify(json))));

const envelope = (type: string, data: unknown) => ({
  id: "env_1",
  type,
  occurred_at: "2026-11-23T20:00:00.000Z",
  event_id: "evt_harbor",
  organization_id: "org_lumen",
  data,
});

test("an operator reads ids, words, moments and numbers of the program, and nobody's name", () => {
  const data = {
    id: "ptp_1",
    user_id: "usr_1",
    role: "speaker",
    application_status: "approved",
    registered_at: "2026-11-23T20:00:00Z",
    last_reviewer_id: null,
    display_name: "Ann Smith",
    email: "ann@example.org",
    custom_form_fields: { dietary_notes: "no nuts", favorite_track: "ai" },
  };
  expect(masked("participant.registered", envelope("participant.registered", data))).toEqual({
    ...envelope("participant.registered", null),
    data: {
      ...data,
      display_name: "‹name›",
      email: "‹e-mail address›",
      custom_form_fields: "‹form answers›",
    },
  });
});

test("an activity keeps its title and its numbers, but not what somebody wrote about it", () => {
  const data = {
    id: "act_1",
    title: "Opening",
    capacity: 40,
    signed_up_count: 3,
    description: "By Ann",
  };
  const told = masked("activity.updated", envelope("activity.updated", data)) as { data: object };
  expect(told.data).toEqual({ ...data, description: "‹text›" });
});

test("the title of anything else, and whatever has a known name but not its shape, is masked", () => {
  const data = {
    id: "Ann Smith",
    user_id: "ann@example.org",
    status: "Ann Smith",
    submitted_at: "when Ann came",
    timezone: "Ann's own",
    capacity: "Ann",
    position: { of: "Ann" },
    title: "Ann",
  };
  const told = masked("participant.registered", envelope("x", data)) as { data: object };
  expect(JSON.stringify(told)).not.toContain("Ann");
  expect(JSON.stringify(told)).not.toContain("ann@");
});

test("a field that nobody has heard of is masked, whatever is in it, its own name included", () => {
  const data = {
    shoe_size: 43,
    is_vip: true,
    friends: ["Ann"],
    home: { id: "Ann", street: "Ann" },
    "Ann Smith": "is here",
  };
  const told = masked("badge.printed", { ...envelope("badge.printed", data), note: "Ann" });
  expect(told).toMatchObject({
    data: {
      shoe_size: "‹number›",
      is_vip: "‹yes or no›",
      friends: "‹list›",
      home: "‹object›",
      "‹field 5›": "‹text›",
    },
    note: "‹text›",
  });
  expect(JSON.stringify(told)).not.toContain("Ann");
});

test("why Revento suspends us is told to us, and may be read", () => {
  const told = envelope("integration.suspended", { reason: "Too many calls." });
  expect(masked("integration.suspended", told)).toEqual(told);
});

test("of what is no JSON object only the length is told", () => {
  for (const body of ["Ann", '"Ann"', "[1]", "null", "\xff"]) {
    expect(maskBody("x", Buffer.from(body, "latin1"))).toBe(
      `‹${body.length} bytes that are not a JSON object›`,
    );
  }
});
