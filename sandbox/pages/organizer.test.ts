import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openRevento, type Revento } from "../testing/open-revento";
import { Visitor } from "../testing/visitor";

const HARBOR = "/organizer/events/evt_harbor";

let revento: Revento;
beforeAll(async () => {
  revento = await openRevento();
});
beforeEach(async () => {
  await revento.control("POST", "reset", {});
  revento.inbox.received.length = 0;
});
afterAll(() => revento.close());

const as = (userId: string) => new Visitor(revento.url()).signInAs(userId);

async function told(type: string): Promise<Record<string, unknown> | undefined> {
  await revento.settle();
  return revento.inbox.received.find(({ envelope }) => envelope.type === type)?.envelope.data;
}

describe("an organizer reviews applications", () => {
  beforeEach(() => revento.connect("evt_harbor"));

  test.each([
    ["Approve", "application.approved", { status: "approved", approver_id: "usr_ana" }],
    ["Reject", "application.rejected", { status: "rejected", rejecter_id: "usr_ana" }],
    ["Ask for revision", "application.revision_requested", { status: "revision_requested" }],
  ])("6.7 %s in the applicant's row sends %s", async (button, type, data) => {
    const ana = await as("usr_ana").open(`${HARBOR}?q=p2%40harbor.example`);
    await ana.press(button, { within: "p2@harbor.example" });
    expect(ana.path).toBe(`${HARBOR}?q=p2%40harbor.example`);
    expect(await told(type)).toMatchObject({ id: "app_harbor_2", ...data });
    const again = ana.press(button, { within: "p2@harbor.example" });
    await expect(again).rejects.toThrow("There is no button");
  });

  test("6.8 Cancel application is told to nobody, and nothing is left to decide", async () => {
    const ana = await as("usr_ana").open(`${HARBOR}/applications/app_harbor_2`);
    await ana.press("Cancel application");
    expect(ana.text).toContain("Nothing to decide");
    await revento.settle();
    expect(revento.inbox.types()).toEqual(["integration.connected"]);
  });

  test("the list is searched, filtered by status, and counted", async () => {
    const ana = await as("usr_ana").open(`${HARBOR}?q=P39%40HARBOR`);
    expect(ana.text).toContain("All 1");
    expect(ana.text).toContain("p39@harbor.example");
    expect(ana.text).not.toContain("p38@harbor.example");
    await ana.open(`${HARBOR}?status=cancelled`);
    expect(ana.html).not.toContain('value="approve"');
    await ana.open(`${HARBOR}?q=nobody+of+this+name`);
    expect(ana.text).toContain("No application matches.");
  });

  test("two thousand applications come fifty to a page, newest first", async () => {
    const ana = await as("usr_ana").open("/organizer/events/evt_summit?page=40");
    expect(ana.text).toContain("Page 40 of 40");
    expect(ana.html.match(/<tr id="app_summit_/g)).toHaveLength(50);
    expect(ana.text).toContain("p1@summit.example");
    await ana.open("/organizer/events/evt_summit?page=4000");
    expect(ana.text).toContain("Page 40 of 40");
  });
});

describe("an organizer and the integration", () => {
  test("7.1 Revoke kills the token at once and asks for the data's deletion", async () => {
    const tokens = await revento.connect("evt_harbor");
    const ana = await as("usr_ana").open(HARBOR);
    await ana.press("Revoke");
    expect(ana.text).toContain("Foyer Revoked");
    expect(ana.text).toContain("Connect Foyer");
    const answer = await revento.api(tokens.access_token, "/events/evt_harbor");
    expect(answer.body.error).toBe("token_revoked");
    expect(await told("data.deletion_required")).toMatchObject({ event_id: "evt_harbor" });
  });

  test("7.2 Unpublish and Publish are told, and so is a new title", async () => {
    await revento.connect("evt_harbor");
    const ana = await as("usr_ana").open(HARBOR);
    await ana.press("Unpublish");
    expect(await told("event.unpublished")).toMatchObject({ publish_status: "unpublished" });
    await ana.press("Publish");
    expect(await told("event.published")).toMatchObject({ publish_status: "published" });
    await ana.press("Save details", { fill: { title: "Harbor, renamed" } });
    expect(await told("event.updated")).toMatchObject({ title: "Harbor, renamed" });
  });

  test("7.3 losing the formal status ends the connection; regaining it lets her connect again", async () => {
    await revento.connect("evt_harbor");
    const ana = await as("usr_ana").open(HARBOR);
    await ana.press("Lose formal status");
    expect(await told("data.deletion_required")).toBeDefined();
    expect(ana.text).toContain("This organization is informal");
    await ana.press("Regain formal status");
    expect(ana.text).toContain("Formal and verified");
  });

  test("6.7 a changed capacity and a sign-up in the program are told", async () => {
    await revento.connect("evt_harbor");
    const ana = await as("usr_ana").open(`${HARBOR}/program`);
    await ana.press("Save capacity", { fill: { capacity: "7" } });
    expect(await told("activity.updated")).toMatchObject({ capacity: 7 });
    await ana.press("Sign someone up");
    expect(await told("activity.capacity_state_changed")).toBeDefined();
    await ana.press("Save capacity", { fill: { capacity: "many" } });
    expect([ana.status, ana.text]).toEqual([400, expect.stringContaining("whole number")]);
  });
});

describe("whoever is no organizer of the event", () => {
  test("is told so, and changes nothing", async () => {
    const marko = await as("usr_marko").open(HARBOR);
    expect([marko.status, marko.text]).toEqual([
      403,
      expect.stringContaining("Marko Horvat is no organizer here."),
    ]);
    const before = await revento.control("GET", "participants?event_id=evt_harbor");
    const ana = await as("usr_ana").open(`${HARBOR}?q=p2%40harbor.example`);
    ana.signInAs("usr_marko");
    await ana.press("Approve", { within: "p2@harbor.example" });
    expect(ana.status).toBe(403);
    expect(await revento.control("GET", "participants?event_id=evt_harbor")).toEqual(before);
  });

  test("an application of another event is not found under this one", async () => {
    const ana = await as("usr_ana").open(`${HARBOR}/applications/app_garden_1`);
    expect(ana.status).toBe(404);
  });

  test("a browser that has not said who it is is asked, and comes back", async () => {
    const somebody = await new Visitor(revento.url()).open(HARBOR);
    expect(somebody.path).toBe(`/who?next=${encodeURIComponent(HARBOR)}`);
    await somebody.press("Ana Kovačević");
    expect(somebody.path).toBe(HARBOR);
  });

  test("another site's form does nothing", async () => {
    await revento.connect("evt_harbor");
    const ana = await as("usr_ana").postFromElsewhere(`${HARBOR}/revoke`, {});
    expect(ana.status).toBe(403);
    expect((await ana.open(HARBOR)).text).toContain("Foyer Connected");
  });
});
