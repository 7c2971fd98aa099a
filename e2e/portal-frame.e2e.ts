import type { Frame, Page } from "@playwright/test";
import { EVENT, expect, test as portalTest } from "@/testing/portal-fixtures";
import { beAtConsent, type ReventoPerson } from "@/testing/revento-people";
import { withBlockedCookies } from "@/testing/third-party-cookies-blocked";
import { markDocument } from "@/testing/untouched-document";

const WAITING = "Your application is waiting for a decision";
const APPROVED = "Your application is approved";
const IN_APP = `/app/events/${EVENT}`;

const test = portalTest.extend({
  context: async ({ playwright, launchOptions }, use) =>
    withBlockedCookies(playwright.chromium, launchOptions, use),
});

/** Opens the event inside the Revento app. Answers the frame that the portal is in. */
async function openInApp(page: Page, sandboxUrl: string): Promise<Frame> {
  await page.goto(sandboxUrl + IN_APP);
  const frame = await (
    await page.getByTitle("Portal of the event").elementHandle()
  )?.contentFrame();
  if (!frame) throw new Error("the app shows no portal");
  return frame;
}

async function signInInFrame(page: Page, frame: Frame, person: ReventoPerson): Promise<void> {
  const opening = page.waitForEvent("popup");
  await frame.getByRole("button", { name: "Sign in with Revento" }).click();
  const popup = await opening;
  const closing = popup.waitForEvent("close");
  await beAtConsent(popup, person);
  await popup.getByRole("button", { name: "Allow" }).click();
  await closing;
}

// Its people are its own: each sign-in in a frame is somebody's first.
test.use({ world: "portal frame" });

test("this browser opens no window that nobody clicked for", async ({ page, foyer }) => {
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => {
      document.documentElement.dataset.opened = String(window.open("about:blank") !== null);
    });
  });
  await page.goto(foyer.sandboxUrl);
  await expect(page.locator("html")).toHaveAttribute("data-opened", "false");
});

test("this browser sends no ordinary cookie of Foyer's from inside the app", async ({
  context,
  page,
  foyer,
  organizer: _,
}) => {
  await context.addCookies([
    {
      name: "ordinary",
      value: "yes",
      domain: "127.0.0.1",
      path: "/",
      sameSite: "None",
      secure: true,
    },
  ]);
  const portal = `${foyer.appUrl}/portal/${EVENT}`;
  const atTop = await page.goto(portal);
  expect((await atTop?.request().allHeaders())?.cookie).toContain("ordinary=yes");
  const inFrame = page.waitForRequest(portal);
  await openInApp(page, foyer.sandboxUrl);
  expect((await (await inFrame).allHeaders()).cookie ?? "").not.toContain("ordinary");
});

test("a participant signs in inside the Revento app, follows a change, and signs out", async ({
  context,
  page,
  foyer,
  takeApplicant,
}) => {
  const person = await takeApplicant("pending");
  const frame = await openInApp(page, foyer.sandboxUrl);
  await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
  await signInInFrame(page, frame, person);
  await expect(frame.getByRole("heading", { name: WAITING })).toBeVisible();

  await test.step("a change arrives in the frame without a reload", async () => {
    const inside = await markDocument(frame);
    await foyer.control("act", { action: "approve", application_id: person.applicationId });
    await expect(frame.getByRole("heading", { name: APPROVED })).toBeVisible();
    await inside();
  });

  await test.step("a star is taken in the frame", async () => {
    await frame.getByRole("link", { name: "Program" }).first().click();
    const star = frame.getByRole("button", { name: /^On my agenda/ }).first();
    const saved = page.waitForResponse((answer) => answer.request().method() === "PUT");
    await star.click();
    expect((await saved).status()).toBe(200);
    await expect(star).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("the session is the frame's alone", async () => {
    const cookies = await context.cookies(foyer.appUrl);
    const session = cookies.find(({ name }) => name.includes("foyer_frame_"));
    expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: "None" });
    expect(session?.partitionKey).toContain("localhost");
    const tab = await context.newPage();
    await tab.goto(`${foyer.appUrl}/portal/${EVENT}`);
    await expect(tab.getByRole("button", { name: "Sign in with Revento" })).toBeVisible();
    await tab.close();
  });

  await test.step("coming back to the app finds it signed in", async () => {
    const again = await openInApp(page, foyer.sandboxUrl);
    await expect(again.getByRole("heading", { name: APPROVED })).toBeVisible();
    // A stream that is just being opened would be refused.
    await expect(again.getByText("Live", { exact: true })).toBeVisible();
    await again.getByRole("button", { name: "Sign out" }).click();
    await expect(again.getByRole("button", { name: "Sign in with Revento" })).toBeVisible();
    expect(page.url()).toBe(foyer.sandboxUrl + IN_APP);
  });
});

test.describe("a frame that keeps no cookie", () => {
  test.use({ expectedConsoleErrors: ["requestStorageAccess"] });

  test("a browser that keeps no cookie of the frame's says so, and opens the portal in a tab", async ({
    context,
    page,
    foyer,
    takeApplicant,
  }) => {
    // What WebKit does, and Firefox with all cookies of other sites blocked: the answer comes, its cookie does not stay.
    await context.route("**/handoff", async (route) => {
      const response = await route.fetch();
      const { "set-cookie": _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    const person = await takeApplicant("pending");
    const frame = await openInApp(page, foyer.sandboxUrl);
    await signInInFrame(page, frame, person);
    await expect(frame.getByText("This browser kept no sign-in inside the app")).toBeVisible();
    await frame.getByRole("button", { name: "Allow it here" }).click();
    await expect(frame.getByText(/Now sign in once more|keeps no sign-in inside/)).toBeVisible();
    if (await frame.getByText("Now sign in once more").isVisible()) {
      await signInInFrame(page, frame, person);
    }
    await expect(frame.getByText("In a tab of your own everything works")).toBeVisible();
    const opening = context.waitForEvent("page");
    await frame.getByRole("link", { name: "Open in a new tab" }).click();
    const tab = await opening;
    await expect(tab).toHaveURL(`${foyer.appUrl}/portal/${EVENT}`);
    await expect(tab.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

test("closing the window before the end leaves the frame ready to try again", async ({
  page,
  foyer,
  takeApplicant,
}) => {
  const frame = await openInApp(page, foyer.sandboxUrl);
  const opening = page.waitForEvent("popup");
  await frame.getByRole("button", { name: "Sign in with Revento" }).click();
  const popup = await opening;
  await popup.waitForURL(/\/oauth\/authorize/);
  await popup.close();
  await expect(frame.getByText("The window was closed before")).toBeVisible();
  await signInInFrame(page, frame, await takeApplicant("pending"));
  await expect(frame.getByRole("heading", { name: WAITING })).toBeVisible();
});

test.describe("revoking from inside the app", () => {
  test.use({ expectedConsoleErrors: ["status of 401"] });

  test("signs the frame out with the reason", async ({ page, foyer, takeApplicant }) => {
    const person = await takeApplicant("pending");
    const frame = await openInApp(page, foyer.sandboxUrl);
    await signInInFrame(page, frame, person);
    await expect(frame.getByRole("heading", { name: WAITING })).toBeVisible();
    await foyer.control("act", {
      action: "revoke_user_access",
      event_id: EVENT,
      user_id: person.userId,
    });
    await expect(frame.getByText("You took the access back")).toBeVisible();
  });
});
