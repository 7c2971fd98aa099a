import { expect, test } from "@/testing/fixtures";

const EVENT = "evt_harbor";

// Naming the fixture is using it: the browser of every test here is the organizer's.
test.beforeEach(({ asOrganizer: _ }) => {});

test("an organizer searches, filters, copies the link, and finds the same list behind it", async ({
  context,
  page,
  foyer,
}) => {
  await page.goto(`${foyer.appUrl}/events/${EVENT}/applications`);
  const search = page.getByLabel("Search applications");
  await search.fill("nobody-is-called-this");
  await expect(
    page
      .getByRole("button", { name: /clear filters/i })
      .or(page.getByRole("link", { name: /clear filters/i })),
  ).toBeVisible();
  await page
    .getByRole("button", { name: /clear filters/i })
    .or(page.getByRole("link", { name: /clear filters/i }))
    .first()
    .click();
  await expect(search).toHaveValue("");
  await search.fill("a");
  await expect(page).toHaveURL(/q=a/);
  const rows = await page.getByRole("row").count();
  const copy = await context.newPage();
  await copy.goto(page.url());
  await expect(copy.getByLabel("Search applications")).toHaveValue("a");
  await expect(copy.getByRole("row")).toHaveCount(rows);
});

test("an application opens beside the list with every answer and its history", async ({
  page,
  foyer,
}) => {
  const { data } = (await foyer.control(`participants?event_id=${EVENT}`)) as {
    data: { display_name: string; email: string; application_status: string | null }[];
  };
  const someone = data.find((row) => row.application_status === "approved");
  if (!someone) throw new Error("the seed has nobody approved");
  await page.goto(
    `${foyer.appUrl}/events/${EVENT}/applications?q=${encodeURIComponent(someone.email)}`,
  );
  await page.getByRole("row").filter({ hasText: someone.display_name }).click();
  await expect(page.getByText(someone.email).last()).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Answers" }).getByText(/favorite track/i),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("article")).toHaveCount(0);
});
