import { afterAll, beforeAll, expect, test } from "vitest";
import { openRevento, type Revento } from "../testing/open-revento";

type Row = Record<string, unknown> & {
  role: string;
  application_status: string | null;
  custom_form_fields: Record<string, unknown>;
  display_name: string;
};

let revento: Revento;
beforeAll(async () => {
  revento = await openRevento();
});
afterAll(() => revento.close());

async function truthOf(eventId: string): Promise<Row[]> {
  const { data } = await revento.control<{ data: Row[] }>(
    "GET",
    `participants?event_id=${eventId}`,
  );
  return data;
}

test("9 every event has its applications in a mix of statuses, and a few people without one", async () => {
  for (const [eventId, size] of Object.entries({
    evt_harbor: 40,
    evt_summit: 2000,
    evt_garden: 12,
  })) {
    const rows = await truthOf(eventId);
    expect(rows.filter((row) => row.application_status !== null)).toHaveLength(size);
    expect(rows.some((row) => row.role === "staff" && row.application_status === null)).toBe(true);
  }
  const statuses = new Set((await truthOf("evt_harbor")).map((row) => row.application_status));
  for (const status of ["pending", "approved", "rejected", "revision_requested"]) {
    expect(statuses).toContain(status);
  }
});

test("9 the form has fields of every kind, in many scripts, some null and some absent", async () => {
  const rows = (await truthOf("evt_summit")).filter((row) => row.application_status !== null);
  const answers = rows.map((row) => row.custom_form_fields);
  const kinds = (key: string) =>
    new Set(
      answers.map((one) =>
        Array.isArray(one[key]) ? "list" : one[key] === null ? "null" : typeof one[key],
      ),
    );
  expect(kinds("favorite_track")).toEqual(new Set(["string"]));
  expect(kinds("dietary_notes")).toEqual(new Set(["string", "undefined"]));
  expect(kinds("workshops")).toEqual(new Set(["list", "undefined"]));
  expect(kinds("years_attending")).toEqual(new Set(["number", "undefined"]));
  expect(kinds("age_confirmed")).toEqual(new Set(["boolean"]));
  expect(kinds("arrival_date")).toEqual(new Set(["string", "null", "undefined"]));
  const names = rows.map((row) => row.display_name).join(" ");
  for (const script of ["Cyrillic", "Greek", "Arabic", "Hebrew", "Han", "Hangul", "Latin"]) {
    expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, "u"));
  }
});

test("9 a reset brings the same world again", async () => {
  const before = await truthOf("evt_harbor");
  await revento.connect("evt_harbor");
  await revento.act("approve", { application_id: "app_harbor_1" });
  expect(await truthOf("evt_harbor")).not.toEqual(before);
  await revento.control("POST", "reset", {});
  expect(await truthOf("evt_harbor")).toEqual(before);
});

test("9 the event of 100,000 exists as soon as somebody needs it", async () => {
  await revento.connect("evt_expo", "usr_marko");
  const consent = await revento.allow("usr_p_expo_100000", {
    eventId: "evt_expo",
    scope: "profile.read",
  });
  expect((await consent.redeem()).user_id).toBe("usr_p_expo_100000");
});
