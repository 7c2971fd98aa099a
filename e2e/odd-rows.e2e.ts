import { connectByHttp } from "@/testing/connect-by-http";
import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { expect, test } from "@/testing/fixtures";
import { operatorByLink } from "@/testing/operator-by-link";
import { untilSynced } from "@/testing/until-synced";

const EVENT = "evt_harbor";
const API = `/api/v1/events/${EVENT}`;

// A product of its own: Revento writes oddly here.
test.use({ world: "odd rows" });

test("an event whose rows are odd is read all the same, and organizers and operators are told", async ({
  page,
  context,
  foyer,
}) => {
  const rewrite = (list: string, set: object, unset: string[] = []) =>
    foyer.control("faults", {
      target: "request",
      path: `${API}/${list}`,
      kind: "rewrite",
      times: 1,
      set,
      unset,
    });
  await rewrite("participants", {
    "data.0.application_status": "wait_listed",
    "data.1.custom_form_fields": [],
    "data.2.submitted_at": "last week",
  });
  await rewrite("activities", { "data.1.id": null }, ["data.0.title"]);
  const [name = "", value = ""] = (await connectByHttp(foyer, EVENT, "usr_ana")).split("=");
  await untilSynced(foyer, EVENT);
  const { rows } = await foyer.database.query(
    `UPDATE participants SET missing_since = now() WHERE event_id = $1 AND status = 'wait_listed'
     RETURNING participant_id AS id`,
    [EVENT],
  );
  await foyer.database.query("UPDATE sync_runs SET missing = 1 WHERE event_id = $1", [EVENT]);

  await context.addCookies([{ name, value, url: foyer.appUrl }]);
  await page.goto(`${foyer.appUrl}/events/${EVENT}`);
  await page.getByRole("link", { name: "Not everything could be read as Revento has it" }).click();
  const fresh = page.getByRole("region", { name: "How fresh this is" });
  await expect(fresh).toContainText("1 activity could not be read.");
  await expect(fresh).toContainText("1 activity could be read only in part.");
  await expect(fresh).toContainText("1 participant could be read only in part.");
  await expect(fresh).toContainText("One row is not in Revento's last list");
  await expectSoundScreen(page, { sideways: "page" });

  await page.goto(`${foyer.appUrl}/events/${EVENT}/applications?selected=${rows[0].id}`);
  await expect(page.getByText("Not in Revento's last list, read")).toBeVisible();
  await expect(page.getByText("(new in Revento)").last()).toBeVisible();
  await expectSoundScreen(page, { sideways: "page" });

  const [operator = "", session = ""] = (await operatorByLink(foyer)).split("=");
  await context.addCookies([{ name: operator, value: session, url: foyer.appUrl }]);
  await page.goto(`${foyer.appUrl}/admin`);
  await expect(page.locator("main")).toContainText("activities.title (1 row in 1 event)");
  await expect(page.locator("main")).toContainText(
    "New in Revento: application_status wait_listed (1 row in 1 event).",
  );
  await expectSoundScreen(page, { sideways: "page" });
  await page.goto(`${foyer.appUrl}/admin/connections/${EVENT}`);
  await expect(page.getByRole("columnheader", { name: "Undecided" })).toBeVisible();
});
