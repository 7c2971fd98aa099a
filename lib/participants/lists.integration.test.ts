import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { readListAddress, writeListAddress } from "@/lib/list-address/list-address";
import { answerField } from "@/lib/list-address/list-fields";
import { FILTER_OPERATORS } from "@/lib/list-address/list-filter";
import type { Actor } from "@/lib/members/actor";
import { anyQuestion } from "@/testing/lists/any-question";
import {
  type NastyPerson,
  nastyPeople,
  plantNastyEvent,
  plantPeople,
} from "@/testing/lists/nasty-people";
import { seatIn } from "@/testing/members-of-event";
import { countListInEvent } from "./count-list-in-event";
import { listApplicationsInEvent } from "./list-applications-in-event";
import { listFormFieldsInEvent } from "./list-form-fields-in-event";
import { listParticipantsInEvent } from "./list-participants-in-event";
import { matchEmailsInEvent } from "./match-emails-in-event";
import { countPicked, readListInBatches } from "./read-list-in-batches";

let eventId: string;
let viewer: Actor;
let stranger: Actor;

beforeEach(async () => {
  eventId = await plantNastyEvent([]);
  viewer = await seatIn(eventId, "manager");
  stranger = await seatIn(await plantNastyEvent([]), "owner");
});

const [somebody] = nastyPeople(1, 1) as [NastyPerson];
const person = (id: string, more: Partial<NastyPerson>): NastyPerson => ({
  ...somebody,
  removed_at: null,
  status: "pending",
  fields: {},
  participant_id: id,
  ...more,
});
const question = (address: string) => readListAddress(new URLSearchParams(address)).address;

async function idsInBatches(address: string, picked?: { ids: string[] } | { allBut: string[] }) {
  const asked = { list: "applications" as const, address: question(address), picked };
  const ids: string[][] = [];
  for await (const rows of readListInBatches(eventId, asked, 2)) {
    ids.push(rows.map((row) => row.participant_id));
  }
  const count = await withEventSql(eventId, (sql) => countPicked(sql, eventId, asked));
  expect(count).toBe(ids.flat().length);
  return ids;
}

describe("whoever has no seat in the event", () => {
  test("finds it nowhere, by no verb of the lists", async () => {
    await plantPeople(eventId, [person("ptp_1", { email: "ana@x.example" })]);
    const asked = { eventId, list: "applications" as const };
    const verbs = [
      (actor: Actor) => listApplicationsInEvent(actor, { eventId }),
      (actor: Actor) => listParticipantsInEvent(actor, { eventId }),
      (actor: Actor) => countListInEvent(actor, { ...asked, facets: ["domain"] }),
      (actor: Actor) => listFormFieldsInEvent(actor, { eventId }),
      (actor: Actor) => matchEmailsInEvent(actor, { ...asked, emails: ["ana@x.example"] }),
    ];
    for (const verb of verbs) {
      await expect(verb(stranger)).rejects.toMatchObject({ code: "not_found" });
      await expect(verb({ sessionHash: null })).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });

  test("is shown nobody of it, whatever they ask of their own", async () => {
    const foreigners = nastyPeople(80, 3);
    await plantPeople(eventId, foreigners);
    const own = await plantNastyEvent([person("ptp_own", { status: "approved", name: "Ana" })]);
    const owner = await seatIn(own, "owner");
    await fc.assert(
      fc.asyncProperty(anyQuestion, async ({ list, facets, ...asked }) => {
        const address = writeListAddress({ ...asked, columns: null }).toString();
        const verb = list === "applications" ? listApplicationsInEvent : listParticipantsInEvent;
        const { rows } = await verb(owner, { eventId: own, address });
        expect(rows.every((row) => row.participantId === "ptp_own")).toBe(true);
        const counts = await countListInEvent(owner, { eventId: own, list, address, facets });
        expect(counts.total).toBe(rows.length);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe("a list", () => {
  test("answers every address that can be read, whatever is typed", async () => {
    await plantPeople(eventId, nastyPeople(30, 2));
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
    const junk = fc.oneof(text, fc.constantFrom("9".repeat(200), "-0.1", "1e9", "\\", "%", "{}"));
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(...FILTER_OPERATORS), junk, junk, async (...typed) => {
        const [key, operator, value, q] = typed;
        const filter = [answerField(key), operator, value].map(encodeURIComponent).join(":");
        const { address } = readListAddress(
          new URLSearchParams({ f: filter, q, sort: answerField(encodeURIComponent(key)) }),
        );
        const asked = { eventId, address: writeListAddress(address).toString(), limit: 5 };
        const { nextCursor } = await listApplicationsInEvent(viewer, asked);
        await listApplicationsInEvent(viewer, { ...asked, cursor: nextCursor });
        const facets = address.sort;
        await countListInEvent(viewer, { ...asked, list: "participants", facets });
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test("knows a zone that nobody knows as UTC", async () => {
    await withEventSql(eventId, (sql) =>
      sql.query("UPDATE events SET timezone = 'Mars/Olympus' WHERE event_id = $1", [eventId]),
    );
    await plantPeople(eventId, [person("ptp_1", { submitted_at: "2026-01-05T23:59:59.999Z" })]);
    const address = "f=submitted:between:2026-01-05,2026-01-05";
    expect((await listApplicationsInEvent(viewer, { eventId, address })).total).toBe(1);
  });

  test("cannot be counted by what has no values to count", async () => {
    const asked = { eventId, list: "applications" as const };
    for (const field of ["submitted", "name", "shoe", "answers."]) {
      await expect(countListInEvent(viewer, { ...asked, facets: [field] })).rejects.toThrow();
    }
  });
});

describe("a list that is read whole", () => {
  beforeEach(() =>
    plantPeople(eventId, [
      person("ptp_1", { name: "Ana", status: "pending" }),
      person("ptp_2", { name: "Ben", status: "approved" }),
      person("ptp_3", { name: "Cleo", status: "pending" }),
      person("ptp_4", { name: "Dora", status: "pending" }),
      person("ptp_5", { name: "Eva", status: null }),
    ]),
  );

  test("comes in its order and as it is filtered, so many at a time", async () => {
    expect(await idsInBatches("sort=-name")).toEqual([
      ["ptp_4", "ptp_3"],
      ["ptp_2", "ptp_1"],
    ]);
    expect(await idsInBatches("sort=name&status=pending")).toEqual([["ptp_1", "ptp_3"], ["ptp_4"]]);
    expect(await idsInBatches("status=gone")).toEqual([]);
  });

  test("holds who was picked by name whatever it is filtered by, or all but some", async () => {
    const filtered = "sort=-name&status=pending";
    const ids = ["ptp_2", "ptp_4", "ptp_5", "ptp_9"];
    expect(await idsInBatches(filtered, { ids })).toEqual([["ptp_4", "ptp_2"]]);
    expect(await idsInBatches(`${filtered}&q=ana`, { ids: [] })).toEqual([]);
    expect(await idsInBatches(filtered, { allBut: ["ptp_3"] })).toEqual([["ptp_4", "ptp_1"]]);
  });

  test("shows each row once while rows change, come and go, as it is by then", async () => {
    const asked = { list: "applications" as const, address: question("sort=updated") };
    const seen: string[] = [];
    for await (const rows of readListInBatches(eventId, asked, 1)) {
      seen.push(...rows.map((row) => `${row.name}`));
      await withEventSql(eventId, (sql) =>
        sql.query(
          `UPDATE participants SET updated_at = now(), name = name || '!',
             removed_at = CASE WHEN participant_id = 'ptp_3' THEN now() END
           WHERE event_id = $1 AND status IS NOT NULL`,
          [eventId],
        ),
      );
      await plantPeople(eventId, [person(`ptp_new_${seen.length}`, {})]);
    }
    expect(seen.map((name) => name.replaceAll("!", ""))).toHaveLength(3);
    expect(new Set(seen).size).toBe(3);
    expect(seen[1]).toMatch(/!$/);
  });
});

test("pasted addresses find their people, and those of nobody are told in the order given", async () => {
  await plantPeople(eventId, [
    person("ptp_1", { email: "Ana@X.example" }),
    person("ptp_2", { email: "ben@x.example" }),
    person("ptp_3", { email: "ben@x.example", status: "approved" }),
    person("ptp_4", { email: "crew@x.example", status: null }),
    person("ptp_5", { email: "gone@x.example", removed_at: "2026-01-01T00:00:00Z" }),
  ]);
  const emails = [
    "  zoe@x.example",
    "BEN@x.example",
    "gone@x.example",
    "ana@x.example ",
    "Zoe@X.example",
    "",
    "crew@x.example",
    "a\0%",
  ];
  expect(await matchEmailsInEvent(viewer, { eventId, list: "applications", emails })).toEqual({
    matched: [
      { email: "BEN@x.example", participantId: "ptp_2" },
      { email: "BEN@x.example", participantId: "ptp_3" },
      { email: "ana@x.example", participantId: "ptp_1" },
    ],
    notFound: ["zoe@x.example", "gone@x.example", "crew@x.example", "a%"],
  });
  const { matched } = await matchEmailsInEvent(viewer, { eventId, list: "participants", emails });
  expect(matched.map((match) => match.participantId)).toEqual(["ptp_3", "ptp_4"]);
  const many = Array.from({ length: 5_001 }, () => "a@x.example");
  await expect(
    matchEmailsInEvent(viewer, { eventId, list: "applications", emails: many }),
  ).rejects.toThrow();
});
