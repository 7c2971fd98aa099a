import { beforeAll, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import type { OperatorActor } from "@/lib/operators/operator";
import { forgetEvent } from "@/testing/connected-event";
import {
  plantInstallation,
  plantOperator,
  STRANGERS,
  tell,
  tracesOf,
} from "@/testing/console-world";
import { breakGlass } from "./break-glass";
import { getDeliveryDetail } from "./get-delivery-detail";

// Two operators, told apart by their addresses. The environment is read at its first use.
Object.assign(process.env, {
  OPERATOR_OIDC_ISSUER: "https://id.example",
  OPERATOR_OIDC_CLIENT_ID: "foyer",
  OPERATOR_OIDC_CLIENT_SECRET: "a-secret-of-the-test",
  OPERATOR_EMAILS: "olga@foyer.example,omar@foyer.example",
});

const WHY = "The organizer reports that a name arrives garbled.";
let olga: OperatorActor;
let omar: OperatorActor;

beforeAll(async () => {
  olga = await plantOperator("olga@foyer.example");
  omar = await plantOperator("omar@foyer.example");
});

async function plantDelivery(): Promise<{ eventId: string; deliveryId: string }> {
  const eventId = await plantInstallation();
  const data = { id: "ptp_1", display_name: "Ann Smith" };
  const [made] = await tell({ type: "participant.registered", data, event: eventId });
  return { eventId, deliveryId: made?.deliveryId ?? "" };
}

test("an operator who breaks the glass for a reason reads bodies whole, for 15 minutes", async () => {
  const address = await plantDelivery();
  const { expiresAt } = await breakGlass(olga, { ...address, reason: WHY });
  const minutes = (Date.parse(expiresAt) - Date.now()) / 60_000;
  expect(Math.round(minutes)).toBe(15);
  const detail = await getDeliveryDetail(olga, address);
  expect(detail).toMatchObject({ isMasked: false, glass: { reason: WHY, expiresAt } });
  expect(detail.body).toContain('"display_name": "Ann Smith"');
  await withEventSql(address.eventId, (sql) =>
    sql.query("UPDATE glass_breaks SET expires_at = now() WHERE event_id = $1", [address.eventId]),
  );
  const later = await getDeliveryDetail(olga, address);
  expect(later).toMatchObject({ isMasked: true, glass: null });
  expect(later.body).not.toContain("Ann");
});

test("a body that is nested deeply is shown as it came: indented it would be a hundred times as long", async () => {
  const eventId = await plantInstallation();
  let nested: unknown = "Ann Smith";
  for (let depth = 0; depth < 4_000; depth += 1) nested = [nested];
  const [made] = await tell({ type: "badge.printed", data: { nested }, event: eventId });
  await breakGlass(olga, { eventId, reason: WHY });
  const address = { eventId, deliveryId: made?.deliveryId ?? "" };
  const { body } = await getDeliveryDetail(olga, address);
  expect(body).toContain("Ann Smith");
  expect(body?.length).toBeLessThan(20_000);
});

test("of an event whose connection is gone there is nothing to look at, and nothing is written", async () => {
  const { eventId } = await plantDelivery();
  await forgetEvent(eventId);
  await expect(breakGlass(olga, { eventId, reason: WHY })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await tracesOf(eventId)).toMatchObject({ actions: [], audit: [] });
});

test("a glass is broken for one operator and one event, and nobody and nothing else", async () => {
  const [one, other] = [await plantDelivery(), await plantDelivery()];
  await breakGlass(olga, { ...one, reason: WHY });
  for (const [who, what] of [
    [omar, one],
    [olga, other],
  ] as const) {
    const detail = await getDeliveryDetail(who, what);
    expect(detail).toMatchObject({ isMasked: true, glass: null });
    expect(detail.body).not.toContain("Ann");
  }
});

test("the organizer reads that it was done, until when and why, but not by whom", async () => {
  const { eventId } = await plantDelivery();
  const { expiresAt } = await breakGlass(olga, { eventId, reason: WHY });
  const { actions, audit } = await tracesOf(eventId);
  expect(actions).toMatchObject([
    { operator: "olga@foyer.example", action: "glass.broken", reason: WHY, detail: { expiresAt } },
  ]);
  expect(audit).toMatchObject([
    { actor: "operator", action: "glass.broken", detail: { reason: WHY, expiresAt } },
  ]);
  expect(JSON.stringify(audit)).not.toContain("olga");
  const { rows } = await withEventSql(eventId, (sql) =>
    sql.query("SELECT topic FROM changes WHERE event_id = $1", [eventId]),
  );
  expect(rows).toEqual([{ topic: "connection" }]);
});

test("nobody breaks a glass without a session, a reason or an event", async () => {
  const { eventId } = await plantDelivery();
  for (const stranger of STRANGERS) {
    const asked = breakGlass(stranger, { eventId, reason: WHY });
    await expect(asked).rejects.toMatchObject({ code: "unauthenticated" });
  }
  await expect(breakGlass(olga, { eventId, reason: " " })).rejects.toMatchObject({
    name: "ZodError",
  });
  for (const nobody of ["integration", "", `evt_${crypto.randomUUID()}`]) {
    const asked = breakGlass(olga, { eventId: nobody, reason: WHY });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await tracesOf(eventId)).toEqual({ actions: [], audit: [] });
});
