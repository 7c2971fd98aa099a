import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { recordAudit } from "@/lib/audit/record-audit";
import { type Sql, withEventSql } from "@/lib/db";
import { lockMirror } from "@/lib/live/lock-mirror";
import { mirrorParticipants } from "@/lib/participants/mirror-participants";
import type { ParticipantSnapshot } from "@/lib/revento/snapshots";
import { plantVisitor } from "@/testing/planted-visitor";
import { getMyData, getMyDataExcerpt } from "./get-my-data";
import type { MyDataView } from "./my-data-view";
import type { Visitor } from "./visitor";

let eventId: string;
let ana: Visitor;

const BASE = Date.parse("2026-03-01T10:00:00Z");
const at = (minutes: number) => new Date(BASE + minutes * 60_000);

beforeEach(async () => {
  eventId = `evt_${randomUUID()}`;
  ana = await plantVisitor(eventId, "usr_ana");
});

function inEvent<T>(work: (sql: Sql) => Promise<T>, event = eventId): Promise<T> {
  return withEventSql(event, async (sql) => {
    await lockMirror(sql, event);
    return work(sql);
  });
}

function person(name: string, more: Partial<ParticipantSnapshot> = {}): ParticipantSnapshot {
  const id = name.toLowerCase();
  return { participantId: `ptp_${id}`, userId: `usr_${id}`, name, status: "pending", ...more };
}

function read(
  snapshot: ParticipantSnapshot,
  minutes: number,
  source: "sync" | "reconcile" | "portal" = "sync",
) {
  const row = { snapshot, versionAt: at(minutes), exact: false };
  return inEvent((sql) => mirrorParticipants(sql, eventId, [row], { source, kind: source }));
}

function hear(snapshot: ParticipantSnapshot, minutes: number, kind: string, actorId?: string) {
  const row = { snapshot, versionAt: at(minutes), exact: true };
  const origin = { source: "webhook", kind, envelopeId: randomUUID(), actorId } as const;
  return inEvent((sql) => mirrorParticipants(sql, eventId, [row], origin));
}

function groupOf(view: MyDataView, name: string) {
  const group = view.groups.find((each) => each.name === name);
  if (!group) throw new Error(`no group ${name} in ${view.groups.map((each) => each.name)}`);
  return group.data;
}

function datumOf(view: MyDataView, group: string, field: string) {
  return groupOf(view, group).find((datum) => datum.field === field);
}

const applicationOf = (view: MyDataView, field: string) => datumOf(view, "Your application", field);

describe("where a value comes from, and since when", () => {
  test("a value of the first read is known since Foyer first saw the person", async () => {
    await read(person("Ana", { fields: { diet: "none" } }), 0);
    const view = await getMyData(ana);
    const since = applicationOf(view, "First seen by Foyer")?.value;
    expect(typeof since).toBe("string");
    const known = { source: "Revento, first read", since };
    expect(applicationOf(view, "Name")).toEqual({ field: "Name", value: "Ana", ...known });
    expect(groupOf(view, "Your answers")).toEqual([{ field: "diet", value: "none", ...known }]);
    expect(applicationOf(view, "Role")).toBeUndefined();
  });

  test("a value that a webhook changed is known since then, and the others as before", async () => {
    await read(person("Ana"), 0);
    await hear(person("Ana", { status: "approved" }), 5, "application.approved", "usr_rev");
    const view = await getMyData(ana);
    expect(applicationOf(view, "Status")).toEqual({
      field: "Status",
      value: "approved",
      source: "Revento, webhook application.approved",
      since: at(5).toISOString(),
    });
    expect(applicationOf(view, "Name")?.source).toBe("Revento, first read");
  });

  test("the newest change counts, and what the daily check found is called so", async () => {
    await read(person("Ana"), 0);
    await hear(person("Ana", { status: "approved" }), 5, "application.approved");
    await read(person("Ana", { status: "cancelled" }), 19, "reconcile");
    expect(applicationOf(await getMyData(ana), "Status")).toMatchObject({
      value: "cancelled",
      source: "Revento, daily check",
      since: at(19).toISOString(),
    });
  });

  test("an answer is as old as its own last change, not the form's", async () => {
    await read(person("Ana", { fields: { diet: "none", size: "M", cake: null } }), 0);
    const answers = { diet: "vegan", size: "M", cake: null, track: ["art"] };
    await hear(person("Ana", { fields: answers }), 3, "participant.profile_updated");
    await hear(person("Ana", { fields: { ...answers, size: "L" } }), 4, "application.submitted");
    const told = groupOf(await getMyData(ana), "Your answers");
    const sources = Object.fromEntries(told.map(({ field, source }) => [field, source]));
    expect(sources).toEqual({
      diet: "Revento, webhook participant.profile_updated",
      track: "Revento, webhook participant.profile_updated",
      size: "Revento, webhook application.submitted",
      cake: "Revento, first read",
    });
  });

  test("what their own sign-in brought is called so, until something else changes it", async () => {
    await read(person("Ana"), 0, "portal");
    const ownRead = "Revento, your application (/me/application)";
    expect(applicationOf(await getMyData(ana), "Status")?.source).toBe(ownRead);
    await read(person("Ana", { status: "approved" }), 3, "sync");
    await read(person("Ana", { status: "rejected" }), 6, "portal");
    expect(applicationOf(await getMyData(ana), "Status")?.source).toBe(ownRead);
  });

  test("somebody whom a webhook brought was not read first", async () => {
    await hear(person("Ana"), 2, "application.submitted");
    expect(applicationOf(await getMyData(ana), "Name")?.source).toBe(
      "Revento, webhook application.submitted",
    );
  });
});

describe("a participant", () => {
  test("sees what happened, and never who decided", async () => {
    await read(person("Ana"), 0);
    const approved = { status: "approved", lastReviewerId: "usr_rev" } as const;
    await hear(person("Ana", approved), 5, "application.approved", "usr_rev");
    await inEvent((sql) =>
      recordAudit(sql, eventId, "foyer", "grant.checked", { userId: "usr_ana", by: "usr_rev" }),
    );
    const view = await getMyData(ana);
    expect(applicationOf(view, "Last reviewed by")?.value).toBe("a reviewer");
    const [entry] = groupOf(view, "What happened to your application");
    expect(entry).toMatchObject({
      field: "application.approved",
      value: {
        by: "a reviewer",
        changes: { status: ["pending", "approved"], last_reviewer_id: [null, "a reviewer"] },
      },
    });
    expect(JSON.stringify(view)).not.toContain("usr_rev");
    expect(groupOf(view, "Records of what was done")).toMatchObject([
      { field: "grant.checked", value: { by: "Foyer", detail: { userId: "usr_ana" } } },
    ]);
  });

  test("sees every row that is theirs, each under its own name", async () => {
    await read(person("Ana"), 0);
    await read(person("Ana", { participantId: "ptp_ana_2", name: "Ana again" }), 1);
    const view = await getMyData(ana);
    expect(datumOf(view, "Your application (ptp_ana)", "Name")?.value).toBe("Ana");
    expect(datumOf(view, "Your application (ptp_ana_2)", "Name")?.value).toBe("Ana again");
  });

  test("who did not allow Foyer to read their application sees what Foyer holds all the same", async () => {
    await read(person("Cid", { email: "cid@example.org" }), 0);
    const cid = await plantVisitor(eventId, "usr_cid", ["profile.read"]);
    expect(applicationOf(await getMyData(cid), "E-mail address")?.value).toBe("cid@example.org");
  });

  test("without an application sees their sign-in and nothing else", async () => {
    const view = await getMyData(ana);
    expect(view.groups.some(({ name }) => name.startsWith("Your application"))).toBe(false);
    expect(datumOf(view, "Your sign-in", "Your id at Revento")?.value).toBe("usr_ana");
    expect(datumOf(view, "Your browsers", "Browsers remembered")?.value).toBe(1);
    expect(datumOf(view, "Calls to Revento", "Calls still remembered")?.value).toBe(0);
  });

  test("never sees anything of another person of the event", async () => {
    for (const name of ["Ana", "Ben"]) {
      const id = `usr_${name.toLowerCase()}`;
      await plantVisitor(eventId, id);
      await read(person(name, { email: `${name}@example.org`, fields: { secret: name } }), 0);
      await hear(person(name, { status: "approved" }), 5, "application.approved");
      await inEvent(async (sql) => {
        await recordAudit(sql, eventId, id, "grant.given", { userId: id, name });
        await sql.query(
          "INSERT INTO starred_activities (event_id, user_id, activity_id) VALUES ($1, $2, $3)",
          [eventId, id, `act_${name}`],
        );
        await sql.query(
          `INSERT INTO api_calls (event_id, holder, started_at, expires_at)
           VALUES ($1, $2, now(), now())`,
          [eventId, id],
        );
      });
    }
    const json = JSON.stringify(await getMyData(ana));
    expect(json).toContain("Ana");
    expect(json).not.toMatch(/ben/i);
    expect(datumOf(await getMyData(ana), "Your browsers", "Browsers remembered")?.value).toBe(2);
    expect(datumOf(await getMyData(ana), "Calls to Revento", "Calls still remembered")?.value).toBe(
      1,
    );
  });

  test("of two events sees each one's data in its own", async () => {
    await read(person("Ana"), 0);
    const elsewhere = await plantVisitor(`evt_${randomUUID()}`, "usr_ana");
    const there = await getMyData(elsewhere);
    expect(there.eventId).toBe(elsewhere.eventId);
    expect(JSON.stringify(there)).not.toContain("ptp_ana");
    const forged = { eventId, sessionHash: elsewhere.sessionHash };
    await expect(getMyData(forged)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

test.each([
  ["whose grant has ended", "UPDATE grants SET state = 'ended' WHERE event_id = $1"],
  ["whose grant was given anew", "UPDATE grants SET epoch = 2 WHERE event_id = $1"],
  ["whose session is over", "UPDATE portal_sessions SET expires_at = now() WHERE event_id = $1"],
  [
    "whose event is no longer connected",
    "UPDATE connections SET state = 'revoked' WHERE event_id = $1",
  ],
])("nobody %s sees anything", async (_, end) => {
  await inEvent((sql) => sql.query(end, [eventId]));
  await expect(getMyData(ana)).rejects.toMatchObject({ code: "unauthenticated" });
});

test("a page shows the beginning of what there is much of and says how much is left, the download has it all", async () => {
  const essay = (sign: string) => `${sign}${"a".repeat(60_000)}`;
  await read(person("Ana", { fields: { essay: essay("0"), diet: "none" } }), 0);
  for (let minute = 1; minute <= 30; minute += 1) {
    const fields = { essay: essay(String(minute)), diet: "none" };
    await hear(person("Ana", { fields }), minute, "participant.profile_updated");
  }
  const page = await getMyDataExcerpt(ana);
  expect(JSON.stringify(page).length).toBeLessThan(400_000);
  const answers = page.groups.find(({ name }) => name === "Your answers");
  expect(answers?.data.map(({ field, isCut }) => [field, isCut])).toEqual([
    ["diet", undefined],
    ["essay", true],
  ]);
  const whole = await getMyData(ana);
  expect(datumOf(whole, "Your answers", "essay")?.value).toBe(essay("30"));
  const history = page.groups.find(({ name }) => name.startsWith("What happened"));
  const all = groupOf(whole, "What happened to your application");
  expect(all.length).toBeGreaterThanOrEqual(30);
  expect(history?.data.length).toBe(all.length - (history?.omitted ?? 0));
});
