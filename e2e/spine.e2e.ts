import { expect, test } from "@/testing/fixtures";
import { becomeAtRevento, connectThroughPanel } from "@/testing/revento-people";

const EVENT = "evt_harbor";

test.use({ world: "spine" });

test("an organizer connects an event, watches it arrive, approves in Revento, and sees the row change", async ({
  context,
  page,
  foyer,
}) => {
  await becomeAtRevento(page, foyer.sandboxUrl, "Ana Kovačević");
  await connectThroughPanel(page, foyer.sandboxUrl, EVENT);
  await expect(page.getByRole("heading", { name: "Harbor Sample Convention 2026" })).toBeVisible();

  await test.step("the applications arrive by themselves", async () => {
    const statuses = page.getByRole("region", { name: "Applications by status" });
    await expect(statuses.getByRole("link", { name: /^Approved \d+/ })).toBeVisible({
      timeout: 30_000,
    });
    await page
      .getByRole("link", { name: /^Applications/ })
      .first()
      .click();
    await expect(page.getByRole("status").filter({ hasText: /^40 applications$/ })).toBeVisible({
      timeout: 30_000,
    });
  });

  await page.goto(`${foyer.appUrl}/events/${EVENT}/applications?status=pending`);
  const pending = page.getByRole("row").filter({ hasText: "Pending" });
  await expect(pending.first()).toBeVisible();
  const { data } = (await foyer.control(`participants?event_id=${EVENT}`)) as {
    data: { display_name: string; email: string; application_status: string | null }[];
  };
  const someone = data.find((row) => row.application_status === "pending");
  if (!someone) throw new Error("the seed has nobody pending");

  await page.goto(
    `${foyer.appUrl}/events/${EVENT}/applications?q=${encodeURIComponent(someone.email)}`,
  );
  const row = page.getByRole("row").filter({ hasText: someone.display_name });
  await expect(row).toContainText("Pending");

  await test.step("approving it in Revento changes the open page", async () => {
    // A mark on the document itself: the router's own history entries also count as navigations.
    await page.locator("html").evaluate((document) => {
      document.dataset.untouched = "yes";
    });
    const revento = await context.newPage();
    await revento.goto(
      `${foyer.sandboxUrl}/organizer/events/${EVENT}?q=${encodeURIComponent(someone.email)}`,
    );
    await revento
      .getByRole("row")
      .filter({ hasText: someone.display_name })
      .getByRole("button", { name: "Approve" })
      .click();
    await expect(row).toContainText("Approved");
    await expect(page.locator("html")).toHaveAttribute("data-untouched", "yes");
    await revento.close();
  });
});

test("two open tabs of one browser both follow a change, over one stream", async ({
  context,
  page,
  foyer,
}) => {
  await becomeAtRevento(page, foyer.sandboxUrl, "Ana Kovačević");
  await connectThroughPanel(page, foyer.sandboxUrl, EVENT);
  const { data } = (await foyer.control(`participants?event_id=${EVENT}`)) as {
    data: {
      display_name: string;
      email: string;
      application_id: string | null;
      application_status: string | null;
    }[];
  };
  const someone = data.find((row) => row.application_status === "rejected");
  if (!someone) throw new Error("the seed has nobody rejected");
  const url = `${foyer.appUrl}/events/${EVENT}/applications?q=${encodeURIComponent(someone.email)}`;
  const second = await context.newPage();
  await page.goto(url);
  await second.goto(url);
  for (const tab of [page, second]) {
    await expect(tab.getByRole("row").filter({ hasText: someone.display_name })).toContainText(
      "Rejected",
    );
  }
  await foyer.control("act", { action: "approve", application_id: someone.application_id });
  for (const tab of [page, second]) {
    await expect(tab.getByRole("row").filter({ hasText: someone.display_name })).toContainText(
      "Approved",
    );
  }
});
