import { createHash } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withSystemSql } from "@/lib/db";
import { processInbox } from "@/lib/deliveries/process-inbox";
import type { OperatorActor } from "@/lib/operators/operator";
import { plantInstallation, plantOperator, STRANGERS, tell } from "@/testing/console-world";
import { getDeliveryDetail } from "./get-delivery-detail";
import { listDeliveriesOfAllEvents } from "./list-deliveries-of-all-events";
import { listUnknownTypes } from "./list-unknown-types";

let operator: OperatorActor;
beforeAll(async () => {
  operator = await plantOperator();
});
beforeEach(() => withSystemSql((sql) => sql.query("DELETE FROM deliveries")));

const idsOf = async (query: object) =>
  (await listDeliveriesOfAllEvents(operator, query)).rows.map(({ deliveryId }) => deliveryId);
const badge = (event: string | null, type = "badge.printed") => ({ type, data: {}, event });

describe("the list of deliveries", () => {
  test("shows all events, the newest first, page by page without a gap or a repetition", async () => {
    const events = [await plantInstallation(), await plantInstallation(), null];
    const made = await tell(
      ...Array.from({ length: 120 }, (_, nth) => badge(events[nth % 3] ?? null)),
    );
    // As of one commit: all were received in the same microsecond.
    await withSystemSql((sql) =>
      sql.query("UPDATE deliveries SET received_at = now() WHERE delivery_id::text < '8'"),
    );
    const seen: string[] = [];
    let cursor: string | null = "";
    do {
      const page = await listDeliveriesOfAllEvents(operator, cursor ? { cursor } : {});
      expect(page).toMatchObject({
        total: 120,
        counts: { waiting: 120, dead: 0, unknownTypes: 0 },
      });
      seen.push(...page.rows.map(({ deliveryId }) => deliveryId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(120);
    expect(new Set(seen)).toEqual(new Set(made.map(({ deliveryId }) => deliveryId)));
  });

  test("is filtered by id, state, outcome, type, event and time", async () => {
    const event = await plantInstallation();
    const other = await plantInstallation();
    const [old] = await tell(badge(event, "ticket.scanned"));
    await processInbox();
    const [dead, waiting, whole] = await tell(badge(event), badge(other), badge(null));
    await withSystemSql(async (sql) => {
      await sql.query("UPDATE deliveries SET state = 'dead' WHERE delivery_id = $1", [
        dead?.deliveryId,
      ]);
      await sql.query("UPDATE deliveries SET received_at = '2026-01-01' WHERE delivery_id = $1", [
        old?.deliveryId,
      ]);
    });
    expect(await idsOf({ state: "dead" })).toEqual([dead?.deliveryId]);
    expect(await idsOf({ id: waiting?.deliveryId })).toEqual([waiting?.deliveryId]);
    expect(await idsOf({ id: waiting?.deliveryId, state: "dead" })).toEqual([]);
    expect(await idsOf({ outcome: "unknown_type" })).toEqual([old?.deliveryId]);
    expect(await idsOf({ type: "ticket.scanned" })).toEqual([old?.deliveryId]);
    expect(await idsOf({ event: other })).toEqual([waiting?.deliveryId]);
    expect(await idsOf({ event: "integration" })).toEqual([whole?.deliveryId]);
    expect(await idsOf({ to: "2026-01-02T00:00:00Z" })).toEqual([old?.deliveryId]);
    expect(await idsOf({ from: "2026-01-02T00:00:00Z", event })).toEqual([dead?.deliveryId]);
    expect(await idsOf({ state: "processed", event: other })).toEqual([]);
    expect(await idsOf({ to: "2026-01-02T00:00:00+20:00" })).toEqual([old?.deliveryId]);
  });

  test("refuses a filter or a cursor that makes no sense", async () => {
    for (const query of [
      { state: "lost" },
      { event: "Ann" },
      { from: "yesterday" },
      { from: "0000-01-01T00:00:00Z" },
      { to: "9999-12-31T23:59:00-23:00" },
      { type: "ticket\u0000" },
    ]) {
      await expect(idsOf(query)).rejects.toMatchObject({ name: "ZodError" });
    }
    const forged = Buffer.from(JSON.stringify(["now", "", "x"])).toString("base64url");
    for (const cursor of ["x", forged]) {
      await expect(idsOf({ cursor })).rejects.toMatchObject({ code: "invalid" });
    }
  });

  test("groups what nobody knows by its type", async () => {
    const [one, other] = [await plantInstallation(), await plantInstallation()];
    await tell(badge(one), badge(other), badge(one, "ticket.scanned"));
    await processInbox();
    expect(await listUnknownTypes(operator)).toMatchObject([
      { type: "ticket.scanned", count: 1, events: 1 },
      { type: "badge.printed", count: 2, events: 2 },
    ]);
  });
});

/** Nobody's, and unlike anything that Revento would send as an id, a word or a moment. */
const secretOf = (field: string) =>
  `Ann O'Secret ${createHash("sha1").update(field).digest("hex")}`;
const FIELDS: Record<string, string[]> = {
  application: [
    "display_name",
    "email",
    "status",
    "submitted_at",
    "updated_at",
    "approved_at",
    "title",
  ],
  participant: [
    "display_name",
    "email",
    "role",
    "application_status",
    "registered_at",
    "description",
  ],
  activity: ["description", "status", "starts_at", "capacity_state", "speaker"],
  event: ["description", "publish_status", "timezone", "min_age", "contact"],
};
const TYPES = [
  "application.submitted",
  "application.approved",
  "application.rejected",
  "application.revision_requested",
  "participant.registered",
  "participant.profile_updated",
  "activity.updated",
  "activity.capacity_state_changed",
  "event.published",
  "event.unpublished",
  "event.updated",
  "user.revoked_access",
  "integration.connected",
  "badge.printed",
  // The last: nothing is kept of what comes after an end.
  "data.deletion_required",
];

/** Data in which every field that is not an id holds something to be hidden. */
function secretData(type: string): Record<string, unknown> {
  const kind = type.split(".")[0] ?? "";
  const fields = [...(FIELDS[kind] ?? []), "something_new", "phone"];
  return {
    id: "x_1",
    participant_id: "ptp_1",
    user_id: secretOf(`${type} user_id`),
    ...Object.fromEntries(fields.map((field) => [field, secretOf(`${type} ${field}`)])),
    custom_form_fields: {
      dietary_notes: secretOf(`${type} answer`),
      [secretOf(`${type} question`)]: [
        secretOf(`${type} list`),
        { deep: secretOf(`${type} deep`) },
      ],
    },
  };
}

describe("one delivery", () => {
  test("shows nothing personal, in whatever field of whatever type, nor does any list", async () => {
    const event = await plantInstallation();
    const told = TYPES.map((type) => ({ type, data: secretData(type), event }));
    // What ends the connection goes before everything that waits, and is the last here.
    const made = await tell(...told.filter(({ type }) => type !== "data.deletion_required"));
    await processInbox();
    made.push(...(await tell(...told.filter(({ type }) => type === "data.deletion_required"))));
    await tell(...TYPES.map((type) => ({ type, data: secretData(type), event: null })));
    await processInbox();
    const lists = [await listDeliveriesOfAllEvents(operator, {}), await listUnknownTypes(operator)];
    const details = await Promise.all([
      ...made.map(({ deliveryId }) => getDeliveryDetail(operator, { eventId: event, deliveryId })),
      ...(await listDeliveriesOfAllEvents(operator, { event: "integration" })).rows.map(
        ({ deliveryId }) => getDeliveryDetail(operator, { eventId: "integration", deliveryId }),
      ),
    ]);
    expect(details).toHaveLength(2 * TYPES.length);
    for (const view of [...lists, ...details]) expect(JSON.stringify(view)).not.toContain("Secret");
    const planted = await withSystemSql((sql) =>
      sql.query(`SELECT 1 FROM deliveries WHERE convert_from(body, 'UTF8') LIKE '%Secret%'`),
    );
    expect(planted.rowCount).toBe(2 * TYPES.length);
  });

  test("shows its headers, and every failed attempt in words", async () => {
    const event = await plantInstallation();
    const [made] = await tell({ type: "participant.registered", data: { email: 7 }, event });
    await processInbox();
    const { deliveryId = "", signedAt, signature } = made ?? {};
    const detail = await getDeliveryDetail(operator, { eventId: event, deliveryId });
    expect(detail).toMatchObject({
      delivery: { state: "dead", attempts: 1, hasBody: true },
      envelopeId: made?.envelopeId,
      isMasked: true,
      glass: null,
      failures: [{ reason: "It is not as the contract says: id is missing or of the wrong kind." }],
    });
    expect(detail.headers).toEqual([
      { name: "X-Revento-Event", value: "participant.registered" },
      { name: "X-Revento-Delivery-Id", value: deliveryId },
      {
        name: "X-Revento-Timestamp",
        value: String(Math.round((signedAt?.getTime() ?? 0) / 1_000)),
      },
      { name: "X-Revento-Signature", value: `sha256=${signature?.toString("hex").slice(0, 12)}…` },
    ]);
    expect(JSON.stringify(detail)).not.toContain(signature?.toString("hex"));
  });

  test("says that its body is not kept any more", async () => {
    const event = await plantInstallation({ state: "revoked", token: null });
    const [made] = await tell(badge(event));
    await processInbox();
    const address = { eventId: event, deliveryId: made?.deliveryId ?? "" };
    expect(await getDeliveryDetail(operator, address)).toMatchObject({
      body: null,
      delivery: { hasBody: false, outcome: "no_connection" },
    });
  });

  test("is not found under another event, nor under what is no event", async () => {
    const [event, other] = [await plantInstallation(), await plantInstallation()];
    const [made] = await tell(badge(event));
    const deliveryId = made?.deliveryId ?? "";
    for (const eventId of [other, "integration", "", "evt_none", "' OR 1"]) {
      const asked = getDeliveryDetail(operator, { eventId, deliveryId });
      await expect(asked).rejects.toMatchObject({ code: "not_found" });
    }
    const asked = getDeliveryDetail(operator, { eventId: event, deliveryId: "1" });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  });

  test("and the lists are no stranger's, whatever they ask for", async () => {
    const event = await plantInstallation();
    const [made] = await tell(badge(event));
    const address = { eventId: event, deliveryId: made?.deliveryId ?? "" };
    for (const stranger of STRANGERS) {
      for (const asked of [
        () => listDeliveriesOfAllEvents(stranger, {}),
        () => listDeliveriesOfAllEvents(stranger, { state: "lost" }),
        () => listUnknownTypes(stranger),
        () => getDeliveryDetail(stranger, address),
        () => getDeliveryDetail(stranger, { eventId: "x", deliveryId: "x" }),
      ]) {
        await expect(asked()).rejects.toMatchObject({ code: "unauthenticated" });
      }
    }
  });
});
