import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { INSTALLATION_SCOPE, refresh } from "../testing/oauth-client";
import { openRevento, type Revento } from "../testing/open-revento";

const DAY_MS = 86_400_000;

type Envelope = {
  type: string;
  event_id: unknown;
  occurred_at: string;
  data: { deadline_at: string };
};

let revento: Revento;
beforeEach(async () => {
  revento = await openRevento();
});
afterEach(() => revento.close());

/** The error code of a call with this token, or "works". */
async function fateOf(token: string, path: string): Promise<unknown> {
  const answer = await revento.api(token, path);
  return answer.status === 200 ? "works" : answer.body.error;
}

async function erasuresTold(): Promise<Envelope[]> {
  await revento.settle();
  const envelopes = revento.inbox.received.map((one) => JSON.parse(one.body) as Envelope);
  return envelopes.filter(({ type }) => type === "data.deletion_required");
}

describe("a connection", () => {
  test("1.2 belongs to one event: the next event of the organization is its own consent and token", async () => {
    const harbor = await revento.connect("evt_harbor");
    const summit = await revento.connect("evt_summit");
    expect(summit.access_token).not.toBe(harbor.access_token);
    expect(await fateOf(harbor.access_token, "/events/evt_summit")).toBe("event_not_authorized");
  });

  test("7.1 and 1.6 ends when the organizer revokes it, with every user token, and 30 days to erase", async () => {
    const installation = await revento.connect("evt_harbor");
    const user = await revento.signIn("evt_harbor", "usr_p_harbor_1");
    const other = await revento.connect("evt_summit");
    await revento.act("revoke_connection", { event_id: "evt_harbor" });
    expect(await fateOf(installation.access_token, "/events/evt_harbor")).toBe("token_revoked");
    expect(await fateOf(user.access_token, "/me/profile")).toBe("token_revoked");
    expect(await fateOf(other.access_token, "/events/evt_summit")).toBe("works");
    await expect(refresh(revento.url(), installation.refresh_token)).rejects.toMatchObject({
      error: "invalid_grant",
    });
    const [erasure, ...more] = await erasuresTold();
    expect(more).toEqual([]);
    expect(erasure).toMatchObject({
      event_id: "evt_harbor",
      data: { event_id: "evt_harbor", organization_id: "org_lumen" },
    });
    const window =
      Date.parse(erasure?.data.deadline_at ?? "") - Date.parse(erasure?.occurred_at ?? "");
    expect(window).toBe(30 * DAY_MS);
  });

  test("7.1 a code consented to before the revocation is worth nothing after it", async () => {
    await revento.connect("evt_harbor");
    const wish = { eventId: "evt_harbor", scope: INSTALLATION_SCOPE };
    const consent = await revento.allow("usr_ana", wish);
    await revento.act("revoke_connection", { event_id: "evt_harbor" });
    await expect(consent.redeem()).rejects.toMatchObject({ error: "invalid_grant" });
  });

  test("7.2 outlives unpublishing the event", async () => {
    const { access_token: token } = await revento.connect("evt_harbor");
    await revento.act("unpublish", { event_id: "evt_harbor" });
    const { body } = await revento.api(token, "/events/evt_harbor");
    expect(body.publish_status).toBe("unpublished");
    await revento.settle();
    expect(revento.inbox.types()).toEqual(["integration.connected", "event.unpublished"]);
  });

  test("7.3 ends for all events of an organization that loses its formal status", async () => {
    const harbor = await revento.connect("evt_harbor");
    const summit = await revento.connect("evt_summit");
    await revento.act("lose_formal_status", { organization_id: "org_lumen" });
    expect(await fateOf(harbor.access_token, "/events/evt_harbor")).toBe("token_revoked");
    expect(await fateOf(summit.access_token, "/events/evt_summit")).toBe("token_revoked");
    const told = (await erasuresTold()).map((one) => one.event_id);
    expect(told.sort()).toEqual(["evt_harbor", "evt_summit"]);
    const wish = { eventId: "evt_harbor", scope: INSTALLATION_SCOPE };
    const { callback } = await revento.allow("usr_ana", wish);
    expect(new URL(callback).searchParams.get("error")).toBe("organization_not_eligible");
    await revento.act("regain_formal_status", { organization_id: "org_lumen" });
    expect(await fateOf(harbor.access_token, "/events/evt_harbor")).toBe("token_revoked");
    expect((await revento.connect("evt_harbor")).access_token).toBeTruthy();
  });

  test("7.4 ends everywhere when the integration is unpublished", async () => {
    const harbor = await revento.connect("evt_harbor");
    const user = await revento.signIn("evt_harbor", "usr_p_harbor_1");
    await revento.connect("evt_summit");
    await revento.act("unpublish_integration");
    expect(await fateOf(harbor.access_token, "/events/evt_harbor")).toBe("token_revoked");
    expect(await fateOf(user.access_token, "/me/profile")).toBe("token_revoked");
    expect(await erasuresTold()).toHaveLength(2);
    const wish = { eventId: "evt_harbor", scope: INSTALLATION_SCOPE };
    const { callback } = await revento.allow("usr_ana", wish);
    expect(new URL(callback).searchParams.get("error")).toBe("unauthorized_client");
  });

  test("7.6 and 7.7 is suspended with the integration: all tokens die at once, nothing to erase yet", async () => {
    const harbor = await revento.connect("evt_harbor");
    const user = await revento.signIn("evt_harbor", "usr_p_harbor_1");
    await revento.act("suspend_integration", { reason: "too many 429s" });
    expect(await fateOf(harbor.access_token, "/events/evt_harbor")).toBe("token_revoked");
    expect(await fateOf(user.access_token, "/me/profile")).toBe("token_revoked");
    expect(await erasuresTold()).toEqual([]);
    expect(revento.inbox.types().at(-1)).toBe("integration.suspended");
    await revento.act("approve", { application_id: "app_harbor_1" });
    await revento.settle();
    expect(revento.inbox.types().at(-1)).toBe("integration.suspended");
    await revento.act("reinstate_integration");
    const again = await revento.connect("evt_harbor");
    expect(await fateOf(again.access_token, "/events/evt_harbor")).toBe("works");
  });
});

test("7.5 a participant takes back their sign-in: their tokens die, nobody else's", async () => {
  const installation = await revento.connect("evt_harbor");
  const one = await revento.signIn("evt_harbor", "usr_p_harbor_1");
  const two = await revento.signIn("evt_harbor", "usr_p_harbor_2");
  await revento.act("revoke_user_access", { event_id: "evt_harbor", user_id: "usr_p_harbor_1" });
  expect(await fateOf(one.access_token, "/me/profile")).toBe("token_revoked");
  expect(await fateOf(two.access_token, "/me/profile")).toBe("works");
  expect(await fateOf(installation.access_token, "/events/evt_harbor")).toBe("works");
  await revento.settle();
  const last = revento.inbox.received.at(-1)?.envelope;
  expect(last).toMatchObject({
    type: "user.revoked_access",
    data: { user_id: "usr_p_harbor_1", revoked_at: expect.any(String) },
  });
});

test("1.7 an outage is ordinary HTTP errors; tokens outlive it", async () => {
  const { access_token: token } = await revento.connect("evt_harbor");
  const outage = { target: "request", path: "/api/v1", kind: "status", status: 503, times: 3 };
  await revento.control("POST", "faults", outage);
  for (let call = 0; call < 3; call += 1) {
    expect((await revento.api(token, "/events/evt_harbor")).status).toBe(503);
  }
  expect(await fateOf(token, "/events/evt_harbor")).toBe("works");
});
