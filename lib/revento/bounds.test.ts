import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundForm, boundId, boundText, LONGEST } from "./bounds";
import { parseActivity, parseApplicationSnapshot, parseEvent, parseParticipant } from "./snapshots";

/** Letters that nothing compresses. */
const noise = (length: number) => randomBytes(length).toString("base64url").slice(0, length);

describe("an id", () => {
  test("of up to 200 bytes is itself", () => {
    for (const id of ["a", noise(200), "č".repeat(100)]) expect(boundId(id)).toBe(id);
  });

  test("that is longer is told apart from others all the same, wherever it comes from", () => {
    for (const long of [noise(3_000), "č".repeat(101), "🎈".repeat(900)]) {
      expect(Buffer.byteLength(boundId(long))).toBeLessThanOrEqual(200);
      expect(boundId(long)).toBe(boundId(long));
      expect(boundId(`${long}!`)).not.toBe(boundId(long));
      const application = { id: "app", participant_id: long };
      const told = parseApplicationSnapshot("application.approved", application);
      expect(told.participantId).toBe(parseParticipant({ id: long }).participantId);
    }
  });
});

test("a text that is too long ends in “…”, without a torn letter", () => {
  expect(boundText("abc", 3)).toBe("abc");
  expect(boundText("abcd", 3)).toBe("ab…");
  expect(boundText("a🎈bcd", 3)).toBe("a…");
});

test("names, titles, words, addresses and descriptions have their lengths", () => {
  const long = noise(30_000);
  const person = parseParticipant({
    id: "ptp",
    user_id: long,
    role: long,
    application_id: long,
    application_status: long,
    last_review_action: long,
    last_reviewer_id: long,
    display_name: long,
    email: `${long}@example.org`,
  });
  const lengths = Object.entries(person).flatMap(([field, value]) =>
    typeof value === "string" ? [[field, value.length]] : [],
  );
  expect(Object.fromEntries(lengths)).toMatchObject({
    role: 200,
    status: 200,
    name: 500,
    email: 320,
  });
  for (const [, length] of lengths) expect(length).toBeLessThanOrEqual(500);
  const event = { id: "evt_a", organization_id: long, title: long, publish_status: long };
  expect(parseEvent({ ...event, description: long })).toMatchObject({
    title: expect.stringMatching(/^.{499}…$/),
    description: expect.stringMatching(/^.{19999}…$/),
  });
  expect(parseActivity({ id: "act", title: long, status: long }).title).toHaveLength(500);
});

describe("a form", () => {
  test("within all bounds is itself, and nothing is said to be cut", () => {
    const fields = { text: "a".repeat(60_000), list: ["a", 1, null, { b: true }], none: null };
    expect(boundForm(fields)).toEqual({ fields, cuts: null });
  });

  test("keeps 64 KiB of an answer, and says how long it is", () => {
    const { fields, cuts } = boundForm({ bio: "č".repeat(450_000), diet: "none" });
    expect(Buffer.byteLength(String(fields.bio))).toBe(65_536);
    expect(fields.diet).toBe("none");
    expect(cuts).toEqual({ answers: { bio: 900_002 }, leftOut: 0, labels: {} });
  });

  test("keeps 1,000 items of an answer, however they lie in each other", () => {
    const flat = boundForm({ x: Array.from({ length: 345_000 }, () => ({})) });
    expect(flat.fields.x).toHaveLength(1_000);
    const nested = boundForm({ x: Array.from({ length: 900 }, () => [{}, {}, {}]) });
    expect(JSON.stringify(nested.fields).match(/[[{]/g)?.length).toBeLessThanOrEqual(1_002);
    expect(nested.cuts?.answers.x).toBeGreaterThan(0);
  });

  test("keeps 500 fields and 256 KiB, and counts what it leaves out", () => {
    const many = Object.fromEntries(Array.from({ length: 700 }, (_, n) => [`f${n}`, n]));
    expect(boundForm(many).cuts).toEqual({ answers: {}, leftOut: 200, labels: {} });
    const large = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [`f${n}`, noise(60_000)]),
    );
    const { fields, cuts } = boundForm(large);
    expect(Buffer.byteLength(JSON.stringify(fields))).toBeLessThan(263_000);
    expect(cuts?.leftOut).toBe(20 - Object.keys(fields).length);
  });

  test("has short names for its fields, equal ones for equal ones, and the long ones beside", () => {
    const consent = `I agree that ${"this and that, ".repeat(100)}`;
    const { fields, cuts } = boundForm({ [consent]: true, [`${consent}!`]: false });
    const [key = "", other] = Object.keys(fields);
    expect(key.length).toBeLessThanOrEqual(LONGEST.fieldKey);
    expect(key).toMatch(/^I agree that this.*…[\w-]{16}$/);
    expect(other).not.toBe(key);
    expect(cuts?.labels[key]).toBe(consent);
    expect(Object.keys(boundForm({ [consent]: 1 }).fields)).toEqual([key]);
  });

  test("may have fields of any name", () => {
    const form = JSON.parse(
      '{"__proto__": "a", "toString": ["b"], "constructor": {"__proto__": 1}}',
    );
    expect(JSON.stringify(boundForm(form).fields)).toBe(JSON.stringify(form));
    const long = JSON.parse(`{"__proto__": "${"a".repeat(70_000)}"}`);
    expect(Object.entries(boundForm(long).cuts?.answers ?? {})).toEqual([["__proto__", 70_002]]);
  });

  test("is bounded and can be stored, whatever is in it", () => {
    const anything = fc.dictionary(fc.string({ unit: "binary" }), fc.anything());
    fc.assert(
      fc.property(anything, (answers) => {
        const text = JSON.stringify(boundForm(answers).fields);
        expect(Buffer.byteLength(text)).toBeLessThan(2 * LONGEST.formBytes);
        expect(text).not.toMatch(/\\u0000|\\ud[89a-f][0-9a-f]{2}/);
      }),
    );
  });
});
