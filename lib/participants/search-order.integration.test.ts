import { beforeEach, expect, test } from "vitest";
import { formatInZone } from "@/components/time/format-in-zone";
import { withEventSql } from "@/lib/db";
import { getInsightsInEvent } from "@/lib/insights/get-insights-in-event";
import { escapePart } from "@/lib/list-address/escape-part";
import { answerField } from "@/lib/list-address/list-fields";
import { type FilterOperator, writeFilter } from "@/lib/list-address/list-filter";
import type { Actor } from "@/lib/members/actor";
import { boundForm } from "@/lib/revento/bounds";
import { zoneClock } from "@/lib/zone-clock-view";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection } from "@/testing/plant-connection";
import { countListInEvent } from "./count-list-in-event";
import { listApplicationsInEvent } from "./list-applications-in-event";

let eventId: string;
let owner: Actor;
beforeEach(async () => {
  eventId = await plantConnection();
  owner = await seatIn(eventId, "manager");
});

type Person = { name?: string | null; email?: string; status?: string; answers?: object };

/** The first of them applied last. */
async function insert(people: Person[]): Promise<void> {
  const rows = people.map(({ name = null, email, status = "pending", answers = {} }, at) => ({
    ...{ id: `ptp_${at}`, name, email, status, fields: answers },
    at: new Date(Date.UTC(2026, 0, 1, 0, 0, people.length - at)).toISOString(),
  }));
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO participants (event_id, participant_id, name, email, status, fields, submitted_at,
         updated_at, version_at, source, confirmed_at)
       SELECT $1, id, name, email, status, fields, at, now(), now(), 'sync', now()
       FROM jsonb_to_recordset($2) AS r(id text, name text, email text, status text, fields jsonb, at timestamptz)`,
      [eventId, JSON.stringify(rows)],
    ),
  );
}

async function found(question: Record<string, string>): Promise<(string | null)[]> {
  const address = new URLSearchParams(question).toString();
  const { rows } = await listApplicationsInEvent(owner, { eventId, address });
  return rows.map(({ name, email }) => name ?? email);
}

test("whom a search names exactly comes first, then whole words, beginnings, parts, and answers", async () => {
  await insert([
    { name: "Nobody", answers: { about: "I know Zana O'Test 17" } },
    { name: "Zana O'Test 217" },
    { name: "Zana O'Test 170" },
    { name: "Zana Maria O'Test 17" },
    { name: "Zana O'Test 17" },
  ]);
  const inOrder = [
    "Zana O'Test 17",
    "Zana Maria O'Test 17",
    "Zana O'Test 170",
    "Zana O'Test 217",
    "Nobody",
  ];
  expect(await found({ q: "Zana O'Test 17" })).toEqual(inOrder);
  expect(await found({ q: "zana otest 17" })).toEqual(inOrder);
  expect(await found({ q: "17 Zana O’Test" })).toEqual([
    inOrder[1],
    ...inOrder.slice(0, 1),
    ...inOrder.slice(2),
  ]);
  expect(await found({ q: "Zana O'Test 17", sort: "-submitted" })).toEqual([
    "Nobody",
    "Zana O'Test 217",
    "Zana O'Test 170",
    "Zana Maria O'Test 17",
    "Zana O'Test 17",
  ]);
});

test("an e-mail as such comes before those that hold it", async () => {
  await insert([
    { name: "Other", email: "dana@x.example.org" },
    { name: "Mail", answers: { contact: "ana@x.example" } },
    { name: "Ana", email: "ana@x.example" },
  ]);
  expect(await found({ q: "ana@x.example" })).toEqual(["Ana", "Other", "Mail"]);
});

test.each([
  ["OBrien", "Pat O'Brien"],
  ["o’brien", "Pat O'Brien"],
  ["jean luc", "Jean-Luc Godart"],
  ["jeanluc", "Jean-Luc Godart"],
  ["Jean‑Luc", "Jean-Luc Godart"],
  ["luc", "Jean-Luc Godart"],
  ["ΝΙΚΟΣ", "Νίκος Παπαδόπουλος"],
  ["γιωργος", "ΓΙΩΡΓΟΣ ΝΙΚΟΛΑΟΥ"],
  ["Marija", "Mari\u200bja Horvat"],
  ["Hyphenated", "Hy\u00adphen\u00adated"],
  ["mari\u200bja", "Mari\u200bja Horvat"],
])("%s finds %s", async (q, name) => {
  await insert([{ name }, { name: "Somebody Else" }]);
  expect(await found({ q })).toEqual([name]);
});

test("every word of a search counts, also the seventh", async () => {
  await insert([{ name: "Bo", answers: { about: "build small robots with the class of a year" } }]);
  expect(await found({ q: "build small robot with class year" })).toEqual(["Bo"]);
  expect(await found({ q: "build small robot with class year zz qq" })).toEqual([]);
});

test("what holds nothing but ignored signs is no search, and no filter that holds of everybody", async () => {
  await insert([{ name: "Jean-Luc" }, { name: "Ana" }]);
  expect(await found({ q: "-" })).toEqual(["Jean-Luc", "Ana"]);
  expect(await found({ f: "name:contains:-" })).toEqual(["Jean-Luc"]);
  expect(await found({ f: "name:lacks:-" })).toEqual(["Ana"]);
});

test("a full stop is not the ideographic one", async () => {
  await insert([{ name: "一。二" }, { name: "one.two" }]);
  expect(await found({ f: "name:contains:." })).toEqual(["one.two"]);
  expect(await found({ f: "name:contains:。" })).toEqual(["一。二"]);
});

test("a name that shows nothing gives way to the e-mail", async () => {
  await insert([
    { name: "  ", email: "m@x.example" },
    { name: "\u200b", email: "b@x.example" },
    { name: " Lea" },
    { name: "Kim" },
  ]);
  expect(await found({ sort: "name" })).toEqual(["\u200b", "Kim", " Lea", "  "]);
});

test("numbers in names and answers stand in the order of numbers", async () => {
  const teams = ["Team 10", "Team 2", "Team 1b", "Team 1", "team 010", "Team"];
  await insert(teams.map((team) => ({ name: team, answers: { team } })));
  const inOrder = ["Team", "Team 1", "Team 1b", "Team 2", "Team 10", "team 010"];
  expect(await found({ sort: "name" })).toEqual(inOrder);
  expect(await found({ sort: "answers.team" })).toEqual(inOrder);
  expect(await found({ sort: "-answers.team" })).toEqual([
    "Team 10",
    "team 010",
    ...inOrder.slice(0, 4).reverse(),
  ]);
});

test("statuses come in the order of an application's way", async () => {
  const statuses = [
    "cancelled",
    "waitlisted",
    "rejected",
    "approved",
    "revision_requested",
    "pending",
  ];
  await insert(statuses.map((status) => ({ name: status, status })));
  expect(await found({ sort: "status" })).toEqual([
    "pending",
    "revision_requested",
    "approved",
    "rejected",
    "cancelled",
    "waitlisted",
  ]);
});

test("an option of more than 200 letters is counted and asked for by a short name", async () => {
  const consent = "I agree. ".repeat(40).trim();
  await insert([
    { name: "One", answers: { consent } },
    { name: "Two", answers: { consent: [consent, "And the photographs"] } },
    { name: "Three", answers: { consent: `${consent} Truly.` } },
    { name: "Four", answers: { consent: "No" } },
  ]);
  const { facets } = await countListInEvent(owner, {
    ...{ eventId, list: "applications" },
    facets: ["answers.consent"],
  });
  const values = facets["answers.consent"]?.values ?? [];
  expect(values.map(({ count }) => count)).toEqual([2, 1, 1, 1]);
  expect(facets["answers.consent"]?.isWhole).toBe(true);
  const [first, ...others] = values.filter(({ value }) => value.startsWith("I agree. I agree."));
  expect(others).toHaveLength(1);
  const asked = (operator: FilterOperator) =>
    found({ f: writeFilter({ field: "answers.consent", operator, values: [first?.value ?? ""] }) });
  expect(await asked("is")).toEqual(["One", "Two"]);
  expect(await asked("not")).toEqual(["Three", "Four"]);
});

test("a short answer that looks like the name of a long one is found as it is", async () => {
  const looksLong = `${"x".repeat(100)}…aaaaaaaaaaaaaaaa`;
  await insert([{ name: "Odd", answers: { text: looksLong } }, { name: "Other" }]);
  const values = [looksLong];
  expect(
    await found({ f: writeFilter({ field: "answers.text", operator: "is", values }) }),
  ).toEqual(["Odd"]);
});

test("a field whose name has more than 190 letters is filtered, sorted and counted", async () => {
  const { fields } = boundForm({ [`Which of these ${"and those ".repeat(30)}?`]: "All" });
  const [key = ""] = Object.keys(fields);
  await insert([{ name: "One", answers: fields }, { name: "Two" }]);
  const field = answerField(key);
  expect(await found({ f: writeFilter({ field, operator: "is", values: ["All"] }) })).toEqual([
    "One",
  ]);
  expect(await found({ sort: escapePart(`-${field}`) })).toEqual(["One", "Two"]);
  const { facets } = await countListInEvent(owner, {
    ...{ eventId, list: "applications" },
    facets: [field],
  });
  expect(facets[field]?.values).toEqual([{ value: "All", count: 1 }]);
});

test.each([
  ["europe/zagreb", "2025-12-31T23:30:00Z", "2026-01-01"],
  ["+05:30", "2025-12-31T18:30:00Z", "2026-01-01"],
  ["-09:30", "2026-01-01T09:29:00Z", "2025-12-31"],
  ["Moon/Tranquility", "2026-01-01T00:00:00Z", "2026-01-01"],
])("days of the list and of the chart are those of the page, in %s", async (zone, moment, day) => {
  await insert([{ name: "One" }]);
  await withEventSql(eventId, async (sql) => {
    await sql.query(
      `INSERT INTO events (event_id, organization_id, title, publish_status, timezone, version_at, source, mirrored_at)
       VALUES ($1, 'org_a', 'Event', 'published', $2, now(), 'sync', now())`,
      [eventId, zone],
    );
    await sql.query("UPDATE participants SET submitted_at = $2 WHERE event_id = $1", [
      eventId,
      moment,
    ]);
  });
  expect(formatInZone(moment, "day", zone)).toContain(String(Number(day.slice(-2))));
  expect(await found({ f: `submitted:between:${day},${day}` })).toEqual(["One"]);
  const { overTime, timezone } = await getInsightsInEvent(owner, { eventId });
  expect(overTime.steps.filter(({ total }) => total.count > 0)).toMatchObject([{ from: day }]);
  expect(timezone).toBe(zoneClock(zone).zone);
});
