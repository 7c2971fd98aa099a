import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openRevento, type Revento } from "../testing/open-revento";

type Result = { result: Record<string, unknown> };

let revento: Revento;
beforeEach(async () => {
  revento = await openRevento();
  await revento.connect("evt_harbor");
});
afterEach(() => revento.close());

async function act(action: string, input: Record<string, unknown>) {
  const { result } = await revento.control<Result>("POST", "act", { action, ...input });
  return result;
}

describe("a participant", () => {
  const apply = { event_id: "evt_harbor", user_id: "usr_newcomer" };

  test("applies once, and again only after a cancellation, under the same application", async () => {
    const first = await act("apply", { ...apply, custom_form_fields: { favorite_track: "Knots" } });
    expect(first).toMatchObject({ application_status: "pending", role: "participant" });
    await expect(act("apply", apply)).rejects.toThrow(/409/);
    await act("cancel", { application_id: first.application_id });
    const again = await act("apply", apply);
    expect(again).toMatchObject({ id: first.id, application_id: first.application_id });
    expect(again.application_status).toBe("pending");
  });

  test("who revises their answers is pending again; who only corrects them stays as they were", async () => {
    const one = { application_id: "app_harbor_1", custom_form_fields: { motivation: "Boats" } };
    await act("request_revision", { application_id: "app_harbor_1" });
    expect(await act("update_answers", one)).toMatchObject({
      application_status: "pending",
      custom_form_fields: { motivation: "Boats" },
    });
    await act("approve", { application_id: "app_harbor_1" });
    expect((await act("update_answers", one)).application_status).toBe("approved");
    await revento.settle();
    expect(revento.inbox.types().slice(-4)).toEqual([
      "application.revision_requested",
      "application.submitted",
      "application.approved",
      "participant.profile_updated",
    ]);
  });

  test("who cancelled can be neither reviewed nor changed", async () => {
    await act("approve", { application_id: "app_harbor_1" });
    await act("cancel", { application_id: "app_harbor_1" });
    for (const action of ["approve", "reject", "request_revision", "cancel"]) {
      await expect(act(action, { application_id: "app_harbor_1" })).rejects.toThrow(/409/);
    }
  });

  test("who registers without applying is a participant without an application", async () => {
    const guest = await act("register", { event_id: "evt_harbor", role: "guest" });
    expect(guest).toMatchObject({ role: "guest", application_id: null });
    expect(guest.registered_at).toEqual(guest.updated_at);
  });
});

test("4.7 an activity fills up: open, almost full, full, and the rest waits", async () => {
  const activity = "act_harbor_1_1_1";
  await act("update_activity", { activity_id: activity, capacity: 10 });
  await act("sign_up", { activity_id: activity, count: -10_000 });
  const after = async (count: number) => {
    const result = await act("sign_up", { activity_id: activity, count });
    return [result.capacity_state, result.signed_up_count, result.waitlist_count];
  };
  expect(await after(8)).toEqual(["open", 8, 0]);
  expect(await after(1)).toEqual(["almost_full", 9, 0]);
  expect(await after(4)).toEqual(["full", 10, 3]);
  expect(await after(-2)).toEqual(["full", 10, 1]);
});

test("deliveries can be stamped by real time while the platform's clock is elsewhere", async () => {
  await revento.control("POST", "clock", { advance_ms: 86_400_000, webhook_stamps: "real" });
  await act("approve", { application_id: "app_harbor_1" });
  await revento.settle();
  const stamp = Number(revento.inbox.received.at(-1)?.headers["x-revento-timestamp"]);
  expect(Math.abs(Date.now() / 1000 - stamp)).toBeLessThan(10);
});

test("an act that names nothing or nobody is refused", async () => {
  await expect(act("approve", { application_id: "app_nowhere_1" })).rejects.toThrow(/not_found/);
  await expect(act("register", { event_id: "evt_nowhere" })).rejects.toThrow(/not_found/);
  await expect(act("dance", {})).rejects.toThrow(/invalid_request/);
});
