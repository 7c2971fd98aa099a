import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { recordAudit } from "@/lib/audit/record-audit";
import { withEvent } from "@/lib/db";
import { createSession } from "@/lib/members/create-session";
import { grantOwnership } from "@/lib/members/grant-ownership";
import { lifecycleWorld } from "@/testing/lifecycle-world";
import { getTrail } from "./get-trail";

test("a member reads what happened to the connection and what the staff did, without a name", async () => {
  const { eventId, connect, end, inEvent } = lifecycleWorld();
  const { sessionHash } = await createSession();
  await connect(new Date());
  await withEvent(eventId, async ({ db, sql }) => {
    await grantOwnership(db, eventId, sessionHash);
    await recordAudit(sql, eventId, "operator", "glass.broken", { reason: "a complaint" });
    await recordAudit(sql, eventId, "usr_1", "grant.given", { userId: "usr_1" });
  });
  const exported = { list: "participants", format: "csv", rows: 3 };
  await inEvent((sql) => recordAudit(sql, eventId, "mem_1", "list.exported", exported));
  // Entries of the same millisecond have no order.
  await sleep(2);
  await end({ cause: "token_revoked" });
  const { entries } = await getTrail({ sessionHash }, { eventId });
  expect(entries).toMatchObject([
    { by: "foyer", action: "connection.ended", state: "revoked", cause: "token_revoked" },
    { by: "member", action: "list.exported", exported },
    { by: "operator", action: "glass.broken", reason: "a complaint", exported: null },
    { by: "member", action: "connection.connected", state: "active" },
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/usr_1|mem_1/);
});

test("nobody else reads it", async () => {
  const { eventId, connect } = lifecycleWorld();
  await connect(new Date());
  const { sessionHash } = await createSession();
  const asked = getTrail({ sessionHash }, { eventId });
  await expect(asked).rejects.toMatchObject({ code: "not_found" });
  const unknown = getTrail({ sessionHash: randomUUID() }, { eventId });
  await expect(unknown).rejects.toMatchObject({ code: "not_found" });
  const nobody = getTrail({ sessionHash: null }, { eventId });
  await expect(nobody).rejects.toMatchObject({ code: "unauthenticated" });
});
