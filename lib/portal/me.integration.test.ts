import { afterAll, beforeEach, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { connectInProcess, forgetEvent } from "@/testing/connected-event";
import { deliverFromSandbox } from "@/testing/deliver-from-sandbox";
import { visitorIn } from "@/testing/sign-in-in-process";
import { startTestSandbox } from "@/testing/test-sandbox";

const EVENT = "evt_harbor";
const ME = "usr_p_harbor_3";

const revento = await startTestSandbox();
const { getMe, refreshMe } = await import("./get-me");
const { getMyAnswer } = await import("./get-my-answer");

async function meCalls(): Promise<string[]> {
  const { data } = (await revento.control("requests?since=0")) as { data: { path: string }[] };
  return data.map(({ path }) => path).filter((path) => path.startsWith("/api/v1/me"));
}

beforeEach(async () => {
  await revento.control("reset", {});
  await forgetEvent(EVENT);
  await connectInProcess(revento, EVENT, "usr_ana");
});

afterAll(() => revento.close());

test("the first page after a sign-in has profile and application, asked for once by however many pages (contract 4.8)", async () => {
  const visitor = await visitorIn(revento, EVENT, ME);
  const pages = await Promise.all([getMe(visitor), getMe(visitor), getMe(visitor)]);
  expect(await meCalls()).toEqual(["/api/v1/me/profile", "/api/v1/me/application"]);
  for (const { profile, application, check } of pages) {
    expect(profile.email).toBe("p3@harbor.example");
    expect(application?.fields).toHaveProperty("favorite_track");
    expect(check.failure).toBeNull();
  }
  await getMe(visitor);
  expect(await meCalls()).toHaveLength(2);
});

test("during an outage the portal works from what is known, and says so (contract 1.7)", async () => {
  const visitor = await visitorIn(revento, EVENT, ME);
  const before = await getMe(visitor);
  const fault = { target: "request", path: "/api/v1/me", kind: "status", status: 503, times: 9 };
  await revento.control("faults", fault);
  const during = await refreshMe(visitor);
  expect(during.check.failure).toBe("unavailable");
  expect(during.profile).toEqual(before.profile);
  expect(during.application?.freshness).toEqual(before.application?.freshness);
});

test("a person's own budget is never exceeded: looking again too often is answered from the cache (contract 5)", async () => {
  const visitor = await visitorIn(revento, EVENT, ME);
  for (let look = 0; look < 12; look += 1) await refreshMe(visitor);
  expect((await refreshMe(visitor)).check.failure).toBe("busy");
  const { data } = (await revento.control("requests?since=0")) as {
    data: { path: string; status: number }[];
  };
  const asked = data.filter(({ path }) => path.startsWith("/api/v1/me"));
  expect(asked.length).toBe(20);
  expect(asked.every(({ status }) => status === 200)).toBe(true);
});

test("a cancellation, which no webhook tells, is seen when the person looks, and heals the mirror (contract 6.8)", async () => {
  const visitor = await visitorIn(revento, EVENT, ME);
  const before = await getMe(visitor);
  await revento.control("act", { action: "cancel", application_id: "app_harbor_3" });
  const after = await refreshMe(visitor);
  expect(before.application?.status).not.toBe("cancelled");
  expect(after.application?.status).toBe("cancelled");
  expect(after.application?.history[0]).toMatchObject({ kind: "portal" });
  const { rows } = await withEventSql(EVENT, (sql) =>
    sql.query("SELECT status, source FROM participants WHERE user_id = $1", [ME]),
  );
  expect(rows).toEqual([{ status: "cancelled", source: "portal" }]);
});

test("somebody who left their application out is shown none, though the organizers' mirror has it (contract 3.6)", async () => {
  const all = await visitorIn(revento, EVENT, ME);
  await getMe(all);
  const visitor = await visitorIn(revento, EVENT, ME, { scopes: ["profile.read"] });
  const me = await refreshMe(visitor);
  expect(me).toMatchObject({ mayReadApplication: false, application: null });
  expect(me.profile.email).toBe("p3@harbor.example");
});

test("who reviewed an application is not told to the applicant", async () => {
  const visitor = await visitorIn(revento, EVENT, ME);
  await getMe(visitor);
  await revento.control("act", {
    action: "reject",
    application_id: "app_harbor_3",
    actor: "usr_ana",
  });
  await deliverFromSandbox(revento, EVENT, "application.rejected");
  const me = await getMe(visitor);
  expect(me.application?.history[0]).toMatchObject({ kind: "application.rejected" });
  expect(JSON.stringify(me)).not.toContain("usr_ana");
});

test("a long answer of one's own is cut, and read on by its author alone, who let Foyer see it", async () => {
  const visitor = await visitorIn(revento, EVENT, ME);
  await getMe(visitor);
  const bio = "a".repeat(60_000);
  await withEventSql(EVENT, (sql) =>
    sql.query("UPDATE participants SET fields = $2 WHERE event_id = $1 AND user_id = $3", [
      EVENT,
      { bio },
      ME,
    ]),
  );
  const { application } = await getMe(visitor);
  expect(application?.cutAnswers).toEqual({ bio: 60_000 });
  const offset = String(application?.fields.bio).length;
  expect(await getMyAnswer(visitor, { key: "bio", offset })).toEqual({
    text: bio.slice(offset),
    nextOffset: null,
  });
  const without = await visitorIn(revento, EVENT, ME, { scopes: ["profile.read"] });
  await expect(getMyAnswer(without, { key: "bio" })).rejects.toMatchObject({ code: "not_found" });
  const nobody = { eventId: EVENT, sessionHash: null };
  await expect(getMyAnswer(nobody, { key: "bio" })).rejects.toMatchObject({
    code: "unauthenticated",
  });
});
