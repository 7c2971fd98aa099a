import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/members/actor";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection } from "@/testing/plant-connection";
import { createSavedView } from "./create-saved-view";
import { getListLayout } from "./get-list-layout";
import { updateListLayout } from "./update-list-layout";

const COLUMNS = [{ id: "name", width: 240 }, { id: "answers.track" }];

let eventId: string;
let viewer: Actor;

beforeEach(async () => {
  eventId = await plantConnection();
  viewer = await seatIn(eventId, "viewer");
});

const of = () => ({ eventId, list: "applications" as const });
const arrange = (actor: Actor, columns: unknown) => updateListLayout(actor, { ...of(), columns });

test("a list that was never arranged has no columns of its own", async () => {
  expect(await getListLayout(viewer, of())).toEqual({ columns: [], defaultViewId: null });
});

test("a member finds a list as they left it, and nobody else's list has moved", async () => {
  const other = await seatIn(eventId, "owner");
  await arrange(viewer, [{ id: "status" }]);
  expect(await arrange(viewer, COLUMNS)).toEqual({ columns: COLUMNS, defaultViewId: null });
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
  expect(await getListLayout(viewer, of())).toEqual({ columns: COLUMNS, defaultViewId: id });
  expect(await arrange(viewer, [])).toEqual({ columns: [], defaultViewId: id });
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
