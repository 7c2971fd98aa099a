import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startSandbox } from "../start-sandbox";
import { openRevento, type Revento } from "../testing/open-revento";
import { Visitor } from "../testing/visitor";

const HARBOR = "/participant/events/evt_harbor";

let revento: Revento;
beforeAll(async () => {
  revento = await openRevento();
});
beforeEach(async () => {
  await revento.control("POST", "reset", {});
  revento.inbox.received.length = 0;
  await revento.connect("evt_harbor");
});
afterAll(() => revento.close());

const as = (userId: string) => new Visitor(revento.url()).signInAs(userId);

async function told(type: string): Promise<Record<string, unknown> | undefined> {
  await revento.settle();
  return revento.inbox.received.findLast(({ envelope }) => envelope.type === type)?.envelope.data;
}

const ANSWERS = {
  "answer.favorite_track": "Наука",
  "answer.dietary_notes": "bez <glutena> & “mlijeka”",
  // As browsers send what stands in several lines.
  "answer.motivation": "First line.\r\nSecond line.",
  "answer.workshops": ["Knots", "Ceramics"],
  "answer.t_shirt_size": "M",
  "answer.years_attending": "3",
  "answer.arrival_date": "2026-12-24",
  "answer.age_confirmed": "yes",
};

describe("a newcomer applies", () => {
  test("6.7 her answers of every kind arrive with application.submitted", async () => {
    const nora = await as("usr_newcomer").open(HARBOR);
    await nora.press("Send application", { fill: ANSWERS });
    expect(nora.text).toContain("My application Pending");
    expect(await told("application.submitted")).toMatchObject({
      user_id: "usr_newcomer",
      custom_form_fields: {
        favorite_track: "Наука",
        dietary_notes: "bez <glutena> & “mlijeka”",
        motivation: "First line.\nSecond line.",
        workshops: ["Knots", "Ceramics"],
        t_shirt_size: "M",
        years_attending: 3,
        arrival_date: "2026-12-24",
        age_confirmed: true,
      },
    });
  });

  test("what she left empty is no answer", async () => {
    const nora = await as("usr_newcomer").open(HARBOR);
    await nora.press("Send application");
    const data = await told("application.submitted");
    expect(data?.custom_form_fields).toEqual({ workshops: [], age_confirmed: false });
  });

  test("a wrong answer is named, and what she typed is still there", async () => {
    const nora = await as("usr_newcomer").open(HARBOR);
    const fill = {
      ...ANSWERS,
      "answer.arrival_date": "tomorrow",
      "answer.workshops": "Flying",
      "answer.years_attending": "three",
    };
    await nora.press("Send application", { fill });
    expect(nora.status).toBe(400);
    expect(nora.text).toContain("This is not a date.");
    expect(nora.text).toContain("This is not a number.");
    expect(nora.text).toContain("This is none of the choices.");
    expect(nora.html).toContain("bez &lt;glutena&gt; &amp; “mlijeka”");
    expect(await told("application.submitted")).toBeUndefined();
  });

  test("7.2 an event that is not public takes no applications", async () => {
    const nora = await as("usr_newcomer").open(HARBOR);
    await revento.act("unpublish", { event_id: "evt_harbor" });
    await nora.press("Send application");
    expect([nora.status, nora.text]).toEqual([409, expect.stringContaining("not public")]);
    await nora.open(HARBOR);
    expect(nora.html).not.toContain("<form");
  });
});

describe("an applicant", () => {
  test("asked for a revision, changes her answers and is pending again", async () => {
    await revento.act("request_revision", { application_id: "app_harbor_1" });
    const participant = await as("usr_p_harbor_1").open(HARBOR);
    expect(participant.text).toContain("The organizers ask you to change your answers.");
    await participant.press("Submit again", { fill: { "answer.dietary_notes": "vegan now" } });
    expect(participant.text).toContain("My application Pending");
    expect(await told("application.submitted")).toMatchObject({
      id: "app_harbor_1",
      custom_form_fields: { dietary_notes: "vegan now" },
    });
  });

  test("cancels her application and may apply again", async () => {
    const participant = await as("usr_p_harbor_1").open(HARBOR);
    await participant.press("Cancel application");
    await participant.press("Send application");
    expect(participant.text).toContain("My application Pending");
  });

  test("7.5 takes back Login with Revento: her token dies, and the integration is told", async () => {
    const tokens = await revento.signIn("evt_harbor", "usr_p_harbor_1");
    const participant = await as("usr_p_harbor_1").open(HARBOR);
    expect(participant.text).toContain("Connected apps Foyer");
    await participant.press("Revoke");
    expect(participant.text).toContain("You have not signed in to any app");
    const answer = await revento.api(tokens.access_token, "/me/profile");
    expect(answer.body.error).toBe("token_revoked");
    expect(await told("user.revoked_access")).toMatchObject({ user_id: "usr_p_harbor_1" });
  });
});

describe("the event in the app", () => {
  test("8 shows the portal of this event in a frame, and may frame nothing else", async () => {
    const portalUrl = "http://portal.example/portal/";
    const sandbox = await startSandbox({ port: 0, portalUrl });
    try {
      const address = `http://127.0.0.1:${sandbox.port}/app/events/evt_harbor`;
      const page = await fetch(address);
      expect(await page.text()).toContain('<iframe src="http://portal.example/portal/evt_harbor"');
      expect(page.headers.get("content-security-policy")).toContain(
        "frame-src http://portal.example",
      );
    } finally {
      await sandbox.close();
    }
  });

  test("says in words that there is no portal yet", async () => {
    const somebody = await new Visitor(revento.url()).open("/app/events/evt_harbor");
    expect(somebody.text).toContain("No page here yet");
    expect(somebody.html).not.toContain("<iframe");
  });
});
