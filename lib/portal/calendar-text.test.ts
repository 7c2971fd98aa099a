import ICAL from "ical.js";
import { describe, expect, test, vi } from "vitest";
import type { PlacedActivityView } from "@/lib/program/program-view";
import type { KnownActivity } from "@/lib/program/read-activities";
import { PROGRAM_CASES } from "@/testing/program-cases";
import { calendarText } from "./calendar-text";

const HEAD = { eventId: "evt_1", title: "Lumen", timezone: "Europe/Berlin" };
const SEEN = new Date("2026-05-01T08:30:15.250Z");

function known(more: Partial<PlacedActivityView> = {}): KnownActivity {
  const activity: PlacedActivityView = {
    activityId: "act_1",
    title: "Opening",
    description: null,
    startsAt: "2026-05-12T09:00:00.000Z",
    endsAt: "2026-05-12T10:00:00.000Z",
    status: "scheduled",
    threadId: null,
    locationId: null,
    thread: null,
    place: null,
    capacity: null,
    signedUpCount: null,
    waitlistCount: null,
    capacityState: null,
    ...more,
  };
  return { activity, versionAt: SEEN };
}

const write = (...activities: Partial<PlacedActivityView>[]) =>
  calendarText(HEAD, activities.map(known));

/** What another program makes of the text. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents("vevent") };
}

function onlyEvent(text: string) {
  const { events } = read(text);
  expect(events).toHaveLength(1);
  return new ICAL.Event(events[0]);
}

test("a calendar says what, when, where and of which thread, in UTC", () => {
  const text = write({ thread: "Main", place: "Harbour / Hall", description: "Welcome" });
  expect(onlyEvent(text)).toMatchObject({
    uid: "act_1@evt_1.foyer",
    summary: "Opening",
    location: "Harbour / Hall",
    description: "Welcome",
  });
  const [event] = read(text).events;
  expect(event?.getFirstPropertyValue("categories")).toBe("Main");
  expect(text).toContain("\r\nDTSTART:20260512T090000Z\r\nDTEND:20260512T100000Z\r\n");
  expect(text).toContain("\r\nDTSTAMP:20260501T083015Z\r\n");
});

test("a calendar is called after the event, and knows its time zone before the first activity", () => {
  const text = write({});
  const { calendar } = read(text);
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Lumen");
  expect(calendar.getFirstPropertyValue("x-wr-timezone")).toBe("Europe/Berlin");
  expect(text.indexOf("X-WR-TIMEZONE")).toBeLessThan(text.indexOf("BEGIN:VEVENT"));
  expect(calendarText({ ...HEAD, timezone: null }, [])).not.toContain("TIMEZONE");
});

test("the same data gives the same bytes, whatever the clock and the zone of the server", () => {
  const first = write({});
  vi.stubEnv("TZ", "Pacific/Auckland");
  expect(new Date(SEEN).getHours()).toBe(20);
  expect(write({})).toBe(first);
  vi.unstubAllEnvs();
});

test("an activity without a start is left out, and one without an end has none", () => {
  const text = write({ startsAt: null }, { activityId: "act_2", endsAt: null });
  expect(onlyEvent(text).uid).toBe("act_2@evt_1.foyer");
  expect(text).not.toContain("DTEND");
});

test("an end that does not follow its start is not told, and the start stays", () => {
  const text = write({ endsAt: "2026-05-12T08:00:00.000Z" });
  expect(text).toContain("DTSTART:20260512T090000Z");
  expect(text).not.toContain("DTEND");
});

test.each(PROGRAM_CASES)("an activity's times in a calendar: $name", ({ activity, calendar }) => {
  const text = write(activity);
  if (calendar === null) return expect(text).not.toContain("BEGIN:VEVENT");
  const [start, end] = calendar;
  expect(text).toContain(`\r\nDTSTART:${start}\r\n`);
  if (end === null) expect(text).not.toContain("DTEND");
  else expect(text).toContain(`\r\nDTEND:${end}\r\n`);
});

test("a session that moved is a newer one to whoever has it already", () => {
  const revisionOf = (versionAt: string) => {
    const [event] = read(
      calendarText(HEAD, [{ ...known(), versionAt: new Date(versionAt) }]),
    ).events;
    const sequence = Number(event?.getFirstPropertyValue("sequence"));
    return { sequence, modified: String(event?.getFirstPropertyValue("last-modified")) };
  };
  const before = revisionOf("2026-05-01T08:30:15Z");
  const after = revisionOf("2026-05-01T08:31:00Z");
  expect(after.sequence).toBeGreaterThan(before.sequence);
  expect(after.modified).toBe("2026-05-01T08:31:00Z");
  expect(revisionOf("1970-01-01T00:00:00Z").sequence).toBe(0);
  expect(revisionOf("9999-01-01T00:00:00Z").sequence).toBe(2_147_483_647);
});

test.each([
  ["cancelled", "CANCELLED"],
  ["scheduled", null],
  [null, null],
])("an activity that is %s has the status %s", (status, expected) => {
  const [event] = read(write({ status })).events;
  expect(event?.getFirstPropertyValue("status")).toBe(expected);
});

describe("whatever the organizer writes", () => {
  const INJECTION = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:forged";
  const STRANGE = [
    "Tea, cake; and \\n more",
    "Zürich – Öl, Größe; žofia 🎪",
    "first\nsecond\rthird\r\nfourth",
    INJECTION,
    "\u0085next\u2028line",
    "Ü".repeat(400),
    "🎪".repeat(100),
    "a".repeat(2_000),
  ];

  test.each(STRANGE)("stays text in every field of an activity: %j", (strange) => {
    const text = write({ title: strange, description: strange, place: strange, thread: strange });
    const event = onlyEvent(text);
    const expected = strange.replace(/\r\n?/g, "\n");
    expect(event.summary).toBe(expected);
    expect(event.description).toBe(expected);
    expect(event.location).toBe(expected);
    expect(event.component.getFirstPropertyValue("categories")).toBe(expected);
  });

  test.each(STRANGE)("stays text in the name of the calendar and its zone: %j", (strange) => {
    const text = calendarText({ eventId: "evt_1", title: strange, timezone: strange }, [known()]);
    const { calendar, events } = read(text);
    expect(events).toHaveLength(1);
    // The reader takes NAME (RFC 7986) for a property of unknown type, and leaves it escaped.
    const name = String(calendar.getFirstPropertyValue("name"));
    const unescaped = name.replace(/\\(.)/g, (_, char) => (char === "n" ? "\n" : char));
    expect(unescaped).toBe(strange.replace(/\r\n?/g, "\n"));
    expect(text.match(/^BEGIN:/gm)).toHaveLength(2);
  });

  test.each(STRANGE)("stays one line in the id of an activity: %j", (activityId) => {
    const { uid } = onlyEvent(write({ activityId }));
    expect(uid).toBe(`${encodeURIComponent(activityId)}@evt_1.foyer`);
  });

  test.each(STRANGE)("is folded at 75 octets, between characters: %j", (strange) => {
    const text = write({ title: strange, description: strange, activityId: strange });
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    const lines = text.slice(0, -2).split("\r\n");
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text).not.toContain("\ufffd");
  });

  test("loses the control characters that no calendar may hold", () => {
    const text = write({ title: "a\u0000b\u0007c\u001bd\u007fe\tf" });
    expect(onlyEvent(text).summary).toBe("abcde\tf");
  });
});
