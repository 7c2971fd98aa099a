import { afterAll, beforeAll, expect, test } from "vitest";
import { openRevento, type Revento } from "../testing/open-revento";
import { Visitor } from "../testing/visitor";
import { localPath } from "./local-path";

const MARKUP = `"><script>alert('x')</script><img src=x onerror="alert(1)">`;

let revento: Revento;
beforeAll(async () => {
  revento = await openRevento();
  await revento.connect("evt_harbor");
  const participant_id = "ptp_harbor_1";
  await revento.act("update_profile", { participant_id, display_name: MARKUP, email: MARKUP });
  const answers = { dietary_notes: MARKUP, motivation: `</textarea>${MARKUP}`, [MARKUP]: MARKUP };
  const application_id = "app_harbor_1";
  await revento.act("update_answers", { application_id, custom_form_fields: answers });
  await revento.act("update_event", { event_id: "evt_harbor", title: MARKUP, description: MARKUP });
  await revento.act("suspend_integration", { reason: MARKUP });
  await revento.act("emit", { event_id: "evt_harbor", type: MARKUP, data: { text: MARKUP } });
  await revento.settle();
});
afterAll(() => revento.close());

const query = encodeURIComponent(MARKUP);

test.each([
  ["/", "usr_ana"],
  ["/", "usr_p_harbor_1"],
  [`/who?name=${query}&next=${query}`, "usr_ana"],
  ["/organizer/events/evt_harbor", "usr_ana"],
  [`/organizer/events/evt_harbor?q=${query}&status=${query}&page=${query}`, "usr_ana"],
  ["/organizer/events/evt_harbor/applications/app_harbor_1", "usr_ana"],
  ["/organizer/events/evt_harbor/program", "usr_ana"],
  ["/participant/events/evt_harbor", "usr_p_harbor_1"],
  ["/app/events/evt_harbor", "usr_p_harbor_1"],
  ["/developer", "usr_ana"],
  ["/developer/deliveries", "usr_ana"],
])("markup that somebody wrote is text on %s", async (path, userId) => {
  const visitor = await new Visitor(revento.url()).signInAs(userId).open(path);
  expect(visitor.status).toBe(200);
  expect(visitor.html).not.toMatch(/<script|<img/i);
});

test("markup is text in the delivery, and in what the last form came to", async () => {
  const ana = await new Visitor(revento.url()).signInAs("usr_ana").open("/developer/deliveries");
  const id = /\/developer\/deliveries\/([\w-]{36})"/.exec(ana.html)?.[1];
  await ana.open(`/developer/deliveries/${id}`);
  expect(ana.text).toContain("alert('x')");
  expect(ana.html).not.toMatch(/<script|<img/i);
  await ana.open("/organizer/events/evt_harbor/applications/app_harbor_1");
  await ana.press("Reject");
  expect(ana.html).toMatch(/role="status">&quot;&gt;&lt;script/);
  expect(ana.html).not.toMatch(/<script|<img/i);
});

test.each([
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/.//elsewhere.example",
  "javascript:1",
  "x",
])("after saying who one is, %s leads nowhere else", (next) => {
  expect(localPath(next, "/")).toBe("/");
});

test("a page that is not there says so in words to a person, and in JSON to a program", async () => {
  const address = `${revento.url()}/nothing-here`;
  const page = await fetch(address, { headers: { accept: "text/html" } });
  expect([page.status, await page.text()]).toEqual([
    404,
    expect.stringContaining("There is no such page."),
  ]);
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  expect(await answer.json()).toMatchObject({ error: "not_found" });
});
