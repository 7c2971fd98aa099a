import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { expect, test } from "@/testing/fixtures";

const LIST = "/events/evt_harbor/applications";

test("the sizes of shirts are counted by status, opened and printed", async ({
  page,
  foyer,
  asOrganizer: _,
}) => {
  await page.goto(LIST);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Group and count" }).click();
  await expect(page).toHaveURL(/group=answers/);
  await page.getByLabel("Group by").selectOption({ label: "T shirt size" });
  const table = page.getByRole("table", { name: "Applications by T shirt size" });
  const { rows } = await foyer.database.query<{
    size: string | null;
    total: number;
    approved: number;
  }>(
    `SELECT nullif(fields->>'t_shirt_size', '') AS size, count(*)::int AS total,
       count(*) FILTER (WHERE status = 'approved')::int AS approved
     FROM participants
     WHERE event_id = 'evt_harbor' AND status IS NOT NULL AND removed_at IS NULL GROUP BY 1`,
  );
  await expect(table.getByRole("row")).toHaveCount(rows.length + 2);
  const heads = await table.getByRole("columnheader").allTextContents();
  const shown = (count: number) => (count === 0 ? "–" : String(count));
  for (const { size, total, approved } of rows) {
    const row = table.getByRole("row").filter({
      has: page.getByRole("rowheader", { name: size ?? "No answer", exact: true }),
    });
    const cells = await row.getByRole("cell").allTextContents();
    expect(cells.at(-1)).toBe(shown(total));
    expect(cells[heads.indexOf("Approved") - 1]).toBe(shown(approved));
  }
  const sum = rows.reduce((all, { total }) => all + total, 0);
  await expect(table.getByRole("row").last()).toContainText(`Everybody`);
  await expect(table.getByRole("row").last().getByRole("cell").last()).toHaveText(String(sum));
  await expectSoundScreen(page, { sideways: "page" });

  await page.emulateMedia({ media: "print" });
  await expect(table).toBeVisible();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("navigation").first()).toBeHidden();
  await page.emulateMedia({ media: null });

  await page.getByRole("button", { name: /^Approved/ }).click();
  await expect(table.getByRole("columnheader")).toHaveText(["T shirt size", "Approved", "Total"]);
  const approved = rows.reduce((all, row) => all + row.approved, 0);
  await expect(table.getByRole("row").last().getByRole("cell")).toHaveText([
    String(approved),
    String(approved),
  ]);
  await page.getByRole("button", { name: /^All/ }).click();
  await expect(table.getByRole("row").last().getByRole("cell").last()).toHaveText(String(sum));

  const [first] = rows.filter(({ size }) => size !== null).sort((a, b) => b.total - a.total);
  await table
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: first?.size ?? "", exact: true }) })
    .getByRole("link")
    .last()
    .click();
  await expect(page).not.toHaveURL(/group=/);
  await expect(
    page
      .getByRole("status")
      .filter({ hasText: new RegExp(`^${first?.total} of ${sum} applications$`) }),
  ).toBeVisible();
});
