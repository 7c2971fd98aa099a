import { beforeEach, describe, expect, test } from "vitest";
import { withEvent, withEventSql, withSystemSql } from "@/lib/db";
import { mergeMembersInEvent } from "@/lib/reviews/merge-members-in-event";
import { createSavedView } from "@/lib/saved-views/create-saved-view";
import { listSavedViews } from "@/lib/saved-views/list-saved-views";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection } from "@/testing/plant-connection";
import type { Actor } from "./actor";
import { createDeviceLinkInEvent } from "./create-device-link-in-event";
import { createInvitationInEvent } from "./create-invitation-in-event";
import { createSession } from "./create-session";
import { deleteInvitationInEvent } from "./delete-invitation-in-event";
import { findSession } from "./find-session";
import { consumeSeatLink } from "./join/consume-seat-link";
import { previewSeatLink } from "./join/preview-seat-link";
import { listMembersInEvent } from "./list-members-in-event";
import { removeMemberInEvent } from "./remove-member-in-event";
import type { Role } from "./role-view";
import { updateMemberInEvent } from "./update-member-in-event";
import { requirePermission } from "./with-permission";

let eventId: string;
let owner: Actor;
const NOBODY: Actor = { sessionHash: null };

beforeEach(async () => {
  eventId = await plantConnection();
  owner = await seatIn(eventId, "owner");
});

const tokenOf = (url: string) => url.split("/").at(-1) ?? "";
const idOf = async (actor: Actor) => (await requirePermission(actor, eventId, "seat.use")).memberId;
const invite = async (role: Role = "reviewer", name = "Rea") =>
  createInvitationInEvent(owner, { eventId, name, role });
async function join(url: string, actor: Actor = NOBODY): Promise<Actor> {
  const { session } = await consumeSeatLink(actor, tokenOf(url));
  return findSession(session);
}
async function audited(): Promise<string[]> {
  const { rows } = await withEventSql(eventId, (sql) =>
    sql.query<{ action: string }>(
      "SELECT action FROM audit_entries WHERE event_id = $1 ORDER BY at, id",
      [eventId],
    ),
  );
  return rows.map(({ action }) => action);
}

describe("an invitation", () => {
  test("gives one browser a named seat, once, and looking at it spends nothing", async () => {
    const link = await invite("manager", " Mia ");
    for (let looks = 0; looks < 3; looks += 1) {
      expect(await previewSeatLink(NOBODY, tokenOf(link.url))).toMatchObject({
        name: "Mia",
        role: "manager",
        isDevice: false,
      });
    }
    const mia = await join(link.url);
    expect(await requirePermission(mia, eventId, "views.share")).toMatchObject({ role: "manager" });
    await expect(join(link.url)).rejects.toMatchObject({ reason: "used" });
    expect(await listMembersInEvent(mia, { eventId })).toMatchObject({
      members: [
        { name: null, role: "owner", isSelf: false },
        { name: "Mia", role: "manager", isSelf: true },
      ],
      invitations: [],
    });
    expect(await audited()).toEqual(["member.invited", "member.joined"]);
  });

  test("that ten browsers use at a time makes one seat", async () => {
    const { url } = await invite();
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => join(url)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listMembersInEvent(owner, { eventId })).members).toHaveLength(2);
  });

  test("is not in the database as it was handed out", async () => {
    const { url } = await invite();
    const { rows } = await withEventSql(eventId, (sql) =>
      sql.query("SELECT t::text FROM invitations t WHERE event_id = $1", [eventId]),
    );
    expect(JSON.stringify(rows)).not.toContain(tokenOf(url));
  });

  test("runs out after seven days, and is worth nothing once it was taken back", async () => {
    const late = await invite();
    await withEventSql(eventId, (sql) =>
      sql.query(
        "UPDATE invitations SET expires_at = expires_at - interval '7 days' WHERE event_id = $1",
        [eventId],
      ),
    );
    await expect(join(late.url)).rejects.toMatchObject({ reason: "expired" });
    expect((await listMembersInEvent(owner, { eventId })).invitations).toEqual([]);
    const { id, url } = await invite();
    expect((await listMembersInEvent(owner, { eventId })).invitations).toMatchObject([
      { id, name: "Rea", role: "reviewer" },
    ]);
    await deleteInvitationInEvent(owner, { eventId, invitationId: id });
    await expect(join(url)).rejects.toMatchObject({ reason: "unknown" });
    const again = deleteInvitationInEvent(owner, { eventId, invitationId: id });
    await expect(again).rejects.toMatchObject({ code: "not_found" });
  });

  test("is left alone by a browser that has a seat, and by a link that is none", async () => {
    const { url } = await invite();
    await expect(join(url, owner)).rejects.toMatchObject({ reason: "has_seat" });
    for (const token of ["", "x", "a".repeat(43)]) {
      await expect(consumeSeatLink(NOBODY, token)).rejects.toMatchObject({ reason: "unknown" });
    }
    expect(await previewSeatLink(NOBODY, tokenOf(url))).toMatchObject({ name: "Rea" });
  });

  test("keeps the seats that a browser has in other events, under a new session", async () => {
    const other = await plantConnection();
    const browser = await seatIn(other, "viewer");
    const joined = await join((await invite()).url, browser);
    expect(joined.sessionHash).not.toBe(browser.sessionHash);
    expect((await requirePermission(joined, other, "event.read")).role).toBe("viewer");
    expect((await requirePermission(joined, eventId, "event.read")).role).toBe("reviewer");
    const old = requirePermission(browser, other, "event.read");
    await expect(old).rejects.toMatchObject({ code: "not_found" });
  });

  test.each([
    { name: "" },
    { name: "  " },
    { name: "a".repeat(81) },
    { name: "a\0b" },
    { name: "A", role: "operator" },
    { name: "A", email: "not an address" },
    { name: "A", email: `${"a".repeat(250)}@example.org` },
  ])("of %o is refused", async (input) => {
    const attempt = createInvitationInEvent(owner, { eventId, role: "viewer", ...input });
    await expect(attempt).rejects.toMatchObject({ name: "ZodError" });
  });

  test("is one of two hundred seats at the most", async () => {
    await withEventSql(eventId, (sql) =>
      sql.query(
        `INSERT INTO members (event_id, id, role)
         SELECT $1, gen_random_uuid(), 'viewer' FROM generate_series(1, 198)`,
        [eventId],
      ),
    );
    await invite();
    await expect(invite()).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the team", () => {
  test.each<Role>(["manager", "reviewer", "door", "viewer"])(
    "is no %s's to change, who names and leaves their own seat",
    async (role) => {
      const member = await seatIn(eventId, role);
      const [self, boss] = [await idOf(member), await idOf(owner)];
      const refused = { code: "forbidden" };
      const { id } = await invite();
      const attempts = [
        createInvitationInEvent(member, { eventId, name: "A", role: "owner" }),
        deleteInvitationInEvent(member, { eventId, invitationId: id }),
        updateMemberInEvent(member, { eventId, memberId: self, role: "owner" }),
        updateMemberInEvent(member, { eventId, memberId: boss, name: "Boss" }),
        removeMemberInEvent(member, { eventId, memberId: boss }),
        mergeMembersInEvent(member, { eventId, memberId: self, into: boss }),
      ];
      for (const attempt of await Promise.allSettled(attempts)) {
        expect(attempt).toMatchObject({ status: "rejected", reason: refused });
      }
      if (role !== "door") {
        await updateMemberInEvent(member, { eventId, memberId: self, name: "Me" });
        const { members, invitations } = await listMembersInEvent(member, { eventId });
        expect(members.find(({ isSelf }) => isSelf)?.name).toBe("Me");
        expect(invitations).toEqual([]);
      }
      await removeMemberInEvent(member, { eventId, memberId: self });
      await expect(idOf(member)).rejects.toMatchObject({ code: "not_found" });
    },
  );

  test("of another event is not there for anybody, whatever is asked of it", async () => {
    const stranger = await seatIn(await plantConnection(), "owner");
    const { id } = await invite();
    const memberId = await idOf(owner);
    const there = { eventId, memberId, role: "viewer", name: "A", into: memberId };
    const verbs = [
      listMembersInEvent,
      createInvitationInEvent,
      updateMemberInEvent,
      removeMemberInEvent,
      mergeMembersInEvent,
      createDeviceLinkInEvent,
    ];
    for (const verb of verbs) {
      await expect(verb(stranger, there)).rejects.toMatchObject({ code: "not_found" });
    }
    const gone = deleteInvitationInEvent(stranger, { eventId, invitationId: id });
    await expect(gone).rejects.toMatchObject({ code: "not_found" });
    // Its ids lead nowhere from one's own event either.
    const own = await plantConnection();
    const boss = await seatIn(own, "owner");
    const foreign = [
      updateMemberInEvent(boss, { eventId: own, memberId, name: "A" }),
      removeMemberInEvent(boss, { eventId: own, memberId }),
      deleteInvitationInEvent(boss, { eventId: own, invitationId: id }),
      updateMemberInEvent(boss, { eventId: own, memberId: "' OR 1=1", name: "A" }),
    ];
    for (const attempt of await Promise.allSettled(foreign)) {
      expect(attempt).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
    }
  });

  test("always has an owner: the last neither leaves nor becomes anything else", async () => {
    const self = await idOf(owner);
    const conflict = { code: "conflict" };
    await expect(removeMemberInEvent(owner, { eventId, memberId: self })).rejects.toMatchObject(
      conflict,
    );
    await expect(
      updateMemberInEvent(owner, { eventId, memberId: self, role: "viewer" }),
    ).rejects.toMatchObject(conflict);
    const second = await seatIn(eventId, "owner");
    // Two owners who leave at once: one of them stays.
    const left = await Promise.allSettled([
      removeMemberInEvent(owner, { eventId, memberId: self }),
      removeMemberInEvent(second, { eventId, memberId: await idOf(second) }),
    ]);
    expect(left.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { rows } = await withEventSql(eventId, (sql) =>
      sql.query("SELECT 1 FROM members WHERE event_id = $1 AND revoked_at IS NULL", [eventId]),
    );
    expect(rows).toHaveLength(1);
  });

  test("who is taken out is out in every browser at once, with their own views, and can be invited again", async () => {
    const rea = await join((await invite()).url);
    await createSavedView(rea, { eventId, list: "applications", name: "Mine", address: "" });
    const device = await createDeviceLinkInEvent(rea, { eventId });
    const phone = await join(device.url);
    const unused = await createDeviceLinkInEvent(rea, { eventId });
    const memberId = await idOf(rea);
    expect(await idOf(phone)).toBe(memberId);
    await removeMemberInEvent(owner, { eventId, memberId });
    for (const browser of [rea, phone]) {
      const attempt = requirePermission(browser, eventId, "event.read");
      await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(join(unused.url)).rejects.toMatchObject({ reason: "unknown" });
    const { rows } = await withEventSql(eventId, (sql) =>
      sql.query("SELECT 1 FROM saved_views WHERE event_id = $1", [eventId]),
    );
    expect(rows).toEqual([]);
    expect(await idOf(await join((await invite()).url, rea))).not.toBe(memberId);
  });

  test("a role that changes holds from the next request on", async () => {
    const member = await seatIn(eventId, "viewer");
    const memberId = await idOf(member);
    await updateMemberInEvent(owner, { eventId, memberId, role: "manager" });
    expect((await requirePermission(member, eventId, "views.share")).role).toBe("manager");
    await updateMemberInEvent(owner, { eventId, memberId, role: "door" });
    const attempt = requirePermission(member, eventId, "people.read");
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("another device", () => {
  test("gets into the same seat once within ten minutes, and the newest link counts", async () => {
    const first = await createDeviceLinkInEvent(owner, { eventId });
    const second = await createDeviceLinkInEvent(owner, { eventId });
    expect(Date.parse(second.expiresAt) - Date.now()).toBeLessThanOrEqual(600_000);
    await expect(join(first.url)).rejects.toMatchObject({ reason: "unknown" });
    const phone = await join(second.url);
    expect(await idOf(phone)).toBe(await idOf(owner));
    await expect(join(second.url)).rejects.toMatchObject({ reason: "used" });
    const { members } = await listMembersInEvent(phone, { eventId });
    expect(members).toMatchObject([{ role: "owner", isSelf: true }]);
  });
});

describe("two seats of one owner", () => {
  test("become one, with the browsers, views and name of both", async () => {
    const again = await seatIn(eventId, "owner");
    const [into, from] = [await idOf(owner), await idOf(again)];
    await updateMemberInEvent(again, { eventId, memberId: from, name: "Ana" });
    for (const actor of [owner, again]) {
      await createSavedView(actor, { eventId, list: "applications", name: "Today", address: "" });
    }
    await mergeMembersInEvent(owner, { eventId, memberId: from, into });
    expect(await idOf(again)).toBe(into);
    const { members } = await listMembersInEvent(owner, { eventId });
    expect(members).toMatchObject([{ id: into, name: "Ana" }]);
    const views = await listSavedViews(again, { eventId, list: "applications" });
    expect(views.map(({ name }) => name).sort()).toEqual(["Today", "Today (2)"]);
    expect((await audited()).at(-1)).toBe("member.merged");
  });

  test("stay two with a seat that is no owner's, or with themselves", async () => {
    const viewer = await idOf(await seatIn(eventId, "viewer"));
    const self = await idOf(owner);
    for (const [memberId, into] of [
      [viewer, self],
      [self, viewer],
      [self, self],
    ]) {
      const attempt = mergeMembersInEvent(owner, { eventId, memberId, into });
      await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    }
  });
});

test("a session that nobody uses any more leaves its seat without a browser, not without its rows", async () => {
  const { sessionHash } = await createSession();
  await withEvent(eventId, ({ db }) =>
    db.memberSession.updateMany({ where: { eventId }, data: { sessionHash } }),
  );
  await withSystemSql((sql) => sql.query("DELETE FROM sessions WHERE id_hash = $1", [sessionHash]));
  const { rows } = await withEventSql(eventId, (sql) =>
    sql.query("SELECT 1 FROM members WHERE event_id = $1", [eventId]),
  );
  expect(rows).toHaveLength(1);
});
