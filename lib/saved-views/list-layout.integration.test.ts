import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/members/actor";
import { nastyPeople, plantPeople } from "@/testing/lists/nasty-people";
import { letEverybodySeeAll, seatIn } from "@/testing/members-of-event";
import { plantConnection } from "@/testing/plant-connection";
import { createSavedView } from "./create-saved-view";
import { getListLayout } from "./get-list-layout";
import { updateListLayout } from "./update-list-layout";

const COLUMNS = [{ id: "name", width: 240 }, { id: "answers.track" }];

let eventId: string;
let viewer: Actor;

beforeEach(async () => {
  eventId = await plantConnection();
  await letEverybodySeeAll(eventId);
  viewer = await seatIn(eventId, "viewer");
});

/** What every layout says of a list whose event has no form yet. */
const REST = {
  density: "regular",
  usual: ["name", "answers", "status", "submitted", "updated"],
  defaultViewId: null,
};

const of = () => ({ eventId, list: "applications" as const });
const arrange = (actor: Actor, columns: unknown) => updateListLayout(actor, { ...of(), columns });

test("a list that was never arranged has no columns of its own", async () => {
  expect(await getListLayout(viewer, of())).toEqual({ ...REST, columns: [] });
});

test("a member finds a list as they left it, and nobody else's list has moved", async () => {
  const other = await seatIn(eventId, "owner");
  await arrange(viewer, [{ id: "status" }]);
  expect(await arrange(viewer, COLUMNS)).toEqual({ ...REST, columns: COLUMNS });
  expect((await getListLayout(viewer, of())).columns).toEqual(COLUMNS);
  expect((await getListLayout(other, of())).columns).toEqual([]);
  expect((await getListLayout(viewer, { ...of(), list: "participants" })).columns).toEqual([]);
});

test("arranging a list leaves alone what it opens with, and the other way round", async () => {
  await arrange(viewer, COLUMNS);
  const { id } = await createSavedView(viewer, {
    ...of(),
    name: "A",
    address: "",
    isDefault: true,
  });
  expect(await getListLayout(viewer, of())).toEqual({
    ...REST,
    columns: COLUMNS,
    defaultViewId: id,
  });
  expect(await arrange(viewer, [])).toEqual({ ...REST, columns: [], defaultViewId: id });
});

test("rows are as high as a member said last, and arranging columns leaves that alone", async () => {
  const dense = await updateListLayout(viewer, { ...of(), columns: [], density: "compact" });
  expect(dense.density).toBe("compact");
  expect((await arrange(viewer, COLUMNS)).density).toBe("compact");
  await expect(
    updateListLayout(viewer, { ...of(), columns: [], density: "tiny" }),
  ).rejects.toMatchObject({ name: "ZodError" });
});

test("a list begins with the questions of its own form that ask for a choice", async () => {
  const people = Array.from({ length: 8 }, (_, n) => ({
    size: n % 2 === 0 ? "M" : "L",
    days: n % 2 === 0 ? ["Fri", "Sat"] : ["Sun"],
    motivation: `Number ${n}, because each of us has reasons of their own`,
    nickname: `n${n}`,
    crew: true,
  }));
  await plantPeople(
    eventId,
    nastyPeople(people.length, 1).map((person, at) => ({
      ...person,
      removed_at: null,
      fields: people[at] ?? {},
    })),
  );
  const { usual } = await getListLayout(viewer, of());
  expect(usual).toEqual(["name", "answers.days", "answers.size", "status", "submitted", "updated"]);
  const participants = await getListLayout(viewer, { ...of(), list: "participants" });
  expect(participants.usual.slice(0, 4)).toEqual(["name", "role", "status", "registered"]);
});

test.each([
  ["a column twice", [{ id: "name" }, { id: "name", width: 90 }]],
  ["a column without a name", [{ id: "" }]],
  ["a column nobody can grasp", [{ id: "name", width: 2 }]],
  ["a column PostgreSQL cannot keep", [{ id: "answers.\u0000" }]],
  ["more columns than a list has", Array.from({ length: 61 }, (_, n) => ({ id: `answers.${n}` }))],
  ["no columns at all", undefined],
])("an arrangement with %s is refused", async (_, columns) => {
  await expect(arrange(viewer, columns)).rejects.toMatchObject({ name: "ZodError" });
});

test("an event of somebody else's has no layout", async () => {
  const stranger = await seatIn(await plantConnection(), "owner");
  await expect(getListLayout(stranger, of())).rejects.toMatchObject({ code: "not_found" });
  await expect(arrange(stranger, COLUMNS)).rejects.toMatchObject({ code: "not_found" });
  const nobody = { sessionHash: null };
  await expect(getListLayout(nobody, of())).rejects.toMatchObject({ code: "unauthenticated" });
});
