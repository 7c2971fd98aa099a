import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { readChanges } from "@/lib/live/read-changes";
import type { Actor } from "@/lib/members/actor";
import type { Role } from "@/lib/members/role-view";
import { letEverybodySeeAll, seatIn } from "@/testing/members-of-event";
import { plantConnection } from "@/testing/plant-connection";
import { createSavedView } from "./create-saved-view";
import { deleteSavedView } from "./delete-saved-view";
import { getDefaultViewAddress } from "./get-default-view-address";
import { listSavedViews } from "./list-saved-views";
import { updateSavedView } from "./update-saved-view";

const ADDRESS = "status=pending&f=answers.track%3Ais%3AAI&sort=-updated&columns=name%2Cemail";

let eventId: string;
let owner: Actor;
let viewer: Actor;

beforeEach(async () => {
  eventId = await plantConnection();
  await letEverybodySeeAll(eventId);
  owner = await seatIn(eventId, "owner");
  viewer = await seatIn(eventId, "viewer");
});

const of = () => ({ eventId, list: "applications" as const });
const create = (actor: Actor, more: object = {}) =>
  createSavedView(actor, { ...of(), name: "To decide", address: ADDRESS, ...more });
const update = (actor: Actor, viewId: string, patch: object) =>
  updateSavedView(actor, { ...of(), viewId, ...patch });
const namesFor = async (actor: Actor) =>
  (await listSavedViews(actor, of())).map(({ name }) => name);

async function audited(): Promise<{ action: string; detail: object }[]> {
  return withEventSql(eventId, async (sql) => {
    const { rows } = await sql.query<{ action: string; detail: object }>(
      "SELECT action, detail FROM audit_entries WHERE event_id = $1 ORDER BY at, id",
      [eventId],
    );
    return rows;
  });
}

describe("a member's own view", () => {
  test("is kept under its name, with everything its address says", async () => {
    const view = await create(viewer, { name: "  To\t decide " });
    expect(view).toMatchObject({ name: "To decide", isTeam: false, isDefault: false });
    expect(view).toMatchObject({ address: ADDRESS, canChange: true });
    expect(await listSavedViews(viewer, of())).toEqual([view]);
    expect(await listSavedViews(viewer, { eventId, list: "participants" })).toEqual([]);
  });

  test("is nobody else's to see, change or delete, not even the owner's", async () => {
    const { id } = await create(viewer);
    expect(await namesFor(owner)).toEqual([]);
    const gone = { code: "not_found" };
    await expect(update(owner, id, { name: "Mine now" })).rejects.toMatchObject(gone);
    await expect(update(owner, id, { isDefault: true })).rejects.toMatchObject(gone);
    await expect(deleteSavedView(owner, { ...of(), viewId: id })).rejects.toMatchObject(gone);
    expect(await namesFor(viewer)).toEqual(["To decide"]);
  });

  test("leaves no word in the audit, and no other page hears of it", async () => {
    const { id } = await create(viewer);
    await update(viewer, id, { name: "Undecided" });
    await deleteSavedView(viewer, { ...of(), viewId: id });
    expect(await audited()).toEqual([]);
    expect(await readChanges(eventId, 0, 10)).toEqual([]);
  });

  test("has a name that no other of theirs has in the list, however it is written", async () => {
    const { id } = await create(viewer);
    const other = await create(viewer, { name: "Later" });
    const taken = { code: "conflict" };
    await expect(create(viewer, { name: "to DECIDE" })).rejects.toMatchObject(taken);
    await expect(update(viewer, other.id, { name: "TO decide" })).rejects.toMatchObject(taken);
    expect((await update(viewer, id, { name: "To Decide" })).name).toBe("To Decide");
    await create(viewer, { list: "participants" });
    await create(owner);
    await create(owner, { isTeam: true });
  });

  test.each([
    ["no name", { name: "   " }],
    ["a name of 81 characters", { name: "x".repeat(81) }],
    ["a name with a character nobody sees", { name: "a\u0000b" }],
    ["a filter that no list has", { address: "f=shoe:is:1" }],
    ["a parameter that no list has", { address: "status=pending&selected=ptp_1" }],
    ["an address longer than any", { address: `q=${"x".repeat(8_000)}` }],
    ["a list there is not", { list: "people" }],
  ])("is refused with %s", async (_, more) => {
    await expect(create(viewer, more)).rejects.toMatchObject({ name: "ZodError" });
  });
});

describe("a view of the team's", () => {
  test("is read by everybody in the event, and changed by owners and managers", async () => {
    const manager = await seatIn(eventId, "manager");
    const { id } = await create(manager, { isTeam: true });
    expect(await listSavedViews(viewer, of())).toMatchObject([
      { id, isTeam: true, canChange: false },
    ]);
    expect(await update(owner, id, { name: "Today" })).toMatchObject({ name: "Today" });
    await deleteSavedView(manager, { ...of(), viewId: id });
    expect(await namesFor(viewer)).toEqual([]);
  });

  test.each<Role>(["viewer", "reviewer"])("is not a %s's to make or change", async (role) => {
    const member = await seatIn(eventId, role);
    const { id } = await create(owner, { isTeam: true });
    const own = await create(member, { name: "Own" });
    const refused = { code: "forbidden" };
    await expect(create(member, { name: "Ours", isTeam: true })).rejects.toMatchObject(refused);
    await expect(update(member, own.id, { isTeam: true })).rejects.toMatchObject(refused);
    await expect(update(member, id, { name: "Mine" })).rejects.toMatchObject(refused);
    await expect(update(member, id, { isTeam: false })).rejects.toMatchObject(refused);
    await expect(deleteSavedView(member, { ...of(), viewId: id })).rejects.toMatchObject(refused);
    expect(await namesFor(owner)).toEqual(["To decide"]);
  });

  test("leaves what happened to it in the audit, without its name, and open pages hear of each", async () => {
    const { id } = await create(owner, { name: "About Ana" });
    await update(owner, id, { isTeam: true });
    await update(owner, id, { name: "About Ben", address: "" });
    await update(owner, id, { name: "About Ben" });
    await update(owner, id, { isTeam: false });
    await update(owner, id, { isTeam: true });
    await deleteSavedView(owner, { ...of(), viewId: id });
    const detail = { list: "applications", viewId: id };
    expect(await audited()).toEqual([
      { action: "view.shared", detail },
      { action: "view.updated", detail: { ...detail, changed: ["name", "address"] } },
      { action: "view.withdrawn", detail },
      { action: "view.shared", detail },
      { action: "view.deleted", detail },
    ]);
    const told = await readChanges(eventId, 0, 10);
    expect(told.map(({ topic, ids }) => [topic, ids])).toEqual(
      Array.from({ length: 5 }, () => ["views", []]),
    );
  });

  test("that is withdrawn is seen and opened with by nobody but who withdrew it", async () => {
    const { id } = await create(owner, { isTeam: true });
    for (const actor of [owner, viewer]) await update(actor, id, { isDefault: true });
    await update(owner, id, { isTeam: false });
    expect(await namesFor(viewer)).toEqual([]);
    expect(await getDefaultViewAddress(viewer, of())).toBeNull();
    expect(await getDefaultViewAddress(owner, of())).toContain(id);
  });
});

describe("the view that a list opens with", () => {
  test("is each member's own choice, the team's included", async () => {
    const { id } = await create(owner, { isTeam: true });
    expect(await update(viewer, id, { isDefault: true })).toMatchObject({ isDefault: true });
    expect(await getDefaultViewAddress(viewer, of())).toBe(`${ADDRESS}&view=${id}`);
    expect(await getDefaultViewAddress(owner, of())).toBeNull();
    expect(await getDefaultViewAddress(viewer, { ...of(), list: "participants" })).toBeNull();
  });

  test("is one at a time, and none when it is put back or deleted", async () => {
    const first = await create(viewer, { isDefault: true });
    const second = await create(viewer, { name: "Second", isDefault: true });
    const views = await listSavedViews(viewer, of());
    expect(views.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ["Second", true],
      ["To decide", false],
    ]);
    await update(viewer, first.id, { isDefault: false });
    expect(await getDefaultViewAddress(viewer, of())).toContain(second.id);
    await update(viewer, second.id, { isDefault: false });
    expect(await getDefaultViewAddress(viewer, of())).toBeNull();
    await update(viewer, first.id, { isDefault: true });
    await deleteSavedView(viewer, { ...of(), viewId: first.id });
    expect(await getDefaultViewAddress(viewer, of())).toBeNull();
  });
});

describe("views of an event", () => {
  test("are not found by anybody else, whoever they are elsewhere", async () => {
    const stranger = await seatIn(await plantConnection(), "owner");
    const { id } = await create(owner, { isTeam: true });
    const gone = { code: "not_found" };
    await expect(listSavedViews(stranger, of())).rejects.toMatchObject(gone);
    await expect(create(stranger)).rejects.toMatchObject(gone);
    await expect(update(stranger, id, { name: "x" })).rejects.toMatchObject(gone);
    await expect(deleteSavedView(stranger, { ...of(), viewId: id })).rejects.toMatchObject(gone);
    await expect(getDefaultViewAddress(stranger, of())).rejects.toMatchObject(gone);
    const nobody = { sessionHash: null };
    await expect(create(nobody)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(update(owner, randomUUID(), { name: "x" })).rejects.toMatchObject(gone);
    const elsewhere = { ...of(), list: "participants" as const, viewId: id };
    await expect(deleteSavedView(owner, elsewhere)).rejects.toMatchObject(gone);
  });

  test("are a hundred in one list at the most, however many are made at once", async () => {
    const made = await Promise.allSettled(
      Array.from({ length: 104 }, (_, n) => create(n % 2 ? owner : viewer, { name: `View ${n}` })),
    );
    const refused = made.filter((each) => each.status === "rejected");
    expect(refused.map(({ reason }) => reason.code)).toEqual(Array(4).fill("invalid"));
    await create(owner, { list: "participants" });
  });
});
