import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  beginAuthorization,
  CONNECT_CALLBACK,
  INSTALLATION_SCOPE,
  redeem,
  USER_SCOPE,
} from "../testing/oauth-client";
import { openRevento, type Revento } from "../testing/open-revento";
import { Visitor } from "../testing/visitor";

let revento: Revento;
beforeAll(async () => {
  revento = await openRevento();
});
beforeEach(() => revento.control("POST", "reset", {}));
afterAll(() => revento.close());

const visitor = () => new Visitor(revento.url());

function begin(eventId: string, scope: string, overrides: Record<string, string> = {}) {
  return beginAuthorization(revento.url(), { eventId, scope }, overrides);
}

describe("an organizer on the way to a consent", () => {
  test("3.2 she opens the integrations panel, and Connect Foyer leads to the integration with the event's id", async () => {
    const ana = await visitor().signInAs("usr_ana").open("/organizer/events/evt_harbor");
    await ana.press("Connect Foyer");
    expect(ana.left?.pathname).toBe("/connect");
    expect(ana.left?.searchParams.get("event_id")).toBe("evt_harbor");
  });

  test("3.6 she says who she is, unticks what is her choice, allows, and the panel shows what she granted", async () => {
    const authorization = await begin("evt_harbor", INSTALLATION_SCOPE);
    const ana = await visitor().open(authorization.url);
    await ana.press("Ana Kovačević");
    expect(ana.text).toContain("Lumen Conventions");
    expect(ana.text).toContain("Harbor Sample Convention 2026");
    await ana.press("Allow", { fill: { scope: [] } });
    expect(ana.left?.href.startsWith(CONNECT_CALLBACK)).toBe(true);
    const tokens = await redeem(revento.url(), authorization, ana.left?.href ?? "");
    expect(tokens.scope).toBe("event.read participants.read");
    await ana.open("/organizer/events/evt_harbor");
    expect(ana.text).toContain("Foyer Connected");
    expect(ana.text).toContain("participants.read");
    expect(ana.text).not.toContain("program.read");
  });

  test("3.7 she refuses, and the integration hears access_denied", async () => {
    const authorization = await begin("evt_harbor", INSTALLATION_SCOPE);
    const ana = await visitor().signInAs("usr_ana").open(authorization.url);
    await ana.press("Refuse");
    expect(ana.left?.searchParams.get("error")).toBe("access_denied");
    expect(ana.left?.searchParams.get("state")).toBe(authorization.state);
  });

  test("1.4 the organizer of an informal organization reads why it is not possible", async () => {
    const { url } = await begin("evt_garden", INSTALLATION_SCOPE);
    const ben = await visitor().signInAs("usr_ben").open(url);
    expect(ben.status).toBe(403);
    expect(ben.text).toContain("Backyard Collective is not a formal, verified organization");
    expect(ben.text).toContain("Back to Foyer");
    expect(ben.html).not.toContain("<button");
  });

  test("somebody else can take her place in the middle of it", async () => {
    const { url } = await begin("evt_harbor", INSTALLATION_SCOPE);
    const marko = await visitor().signInAs("usr_marko").open(url);
    expect(marko.text).toContain("does not organize");
    url.searchParams.set("prompt", "select_account");
    await marko.open(url);
    await marko.press("Ana Kovačević");
    expect(marko.text).toContain("You are Ana Kovačević");
  });

  test("3.1 an address nobody registered is told in words, and nothing leads there", async () => {
    const { url } = await begin("evt_harbor", INSTALLATION_SCOPE, {
      redirect_uri: "http://elsewhere.example/callback",
    });
    const ana = await visitor().signInAs("usr_ana").open(url);
    expect(ana.status).toBe(400);
    expect(ana.text).toContain("The redirect_uri is not a registered one.");
    expect(ana.html).not.toContain("elsewhere.example");
  });

  test("another site cannot press Allow for her", async () => {
    const { url } = await begin("evt_harbor", INSTALLATION_SCOPE);
    const ana = visitor().signInAs("usr_ana");
    await ana.postFromElsewhere(`/oauth/authorize/decision${url.search}`, { decision: "allow" });
    expect([ana.status, ana.left]).toEqual([403, undefined]);
  });
});

describe("a participant on the way to a sign-in", () => {
  test("3.8 a newcomer without an application reads that she has to apply first", async () => {
    await revento.connect("evt_harbor");
    const { url } = await begin("evt_harbor", USER_SCOPE);
    const nora = await visitor().open(url);
    await nora.press("Nora Newcomer");
    expect(nora.status).toBe(403);
    expect(nora.text).toContain("You have no application for");
    expect(decodeURIComponent(nora.html)).toContain("error=not_eligible");
  });

  test("she finds herself by name, accents or not, and allows", async () => {
    await revento.connect("evt_harbor");
    const authorization = await begin("evt_harbor", USER_SCOPE);
    const participant = await visitor().open(authorization.url);
    await participant.press("Search", { fill: { name: "sime SARIC" } });
    await participant.press("Šime Šarić");
    await participant.press("Allow");
    const callback = participant.left?.href ?? "";
    expect((await redeem(revento.url(), authorization, callback)).user_id).toBe("usr_p_harbor_1");
  });
});
