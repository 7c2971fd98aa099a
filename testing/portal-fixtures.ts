import type { BrowserContext, Page } from "@playwright/test";
import { expect, test as foyerTest } from "./fixtures";
import type { FoyerUnderTest } from "./foyer-under-test";
import { signInByHttp } from "./portal-sign-in";
import type { ReventoPerson } from "./revento-people";
import { watchContext } from "./watch-context";

export const EVENT = "evt_harbor";

export type Applicant = ReventoPerson & { applicationId: string; participantId: string };

type Fixtures = {
  /** Makes a browser that of a participant who is signed in to an event's portal. */
  signIn: (context: BrowserContext, person: ReventoPerson, eventId?: string) => Promise<void>;
  /** Opens a page of the portal in the test's own browser as somebody who is signed in already. */
  openPortal: (person: ReventoPerson, path?: string) => Promise<Page>;
  /** Another browser, which shares nothing with the test's own. */
  otherBrowser: BrowserContext;
  /** Somebody whose application stands so, and whom no other test of this Foyer has met. */
  takeApplicant: (status: string) => Promise<Applicant>;
  /** One person for each status, so that each consent is asked for once. */
  regular: (status: string) => Promise<Applicant>;
};

/** Whom tests have met already, by product. Fixtures of a worker would make it start a product of its own. */
const met = new WeakMap<FoyerUnderTest, { taken: Set<string>; regulars: Map<string, Applicant> }>();

function metIn(foyer: FoyerUnderTest) {
  const known = met.get(foyer) ?? { taken: new Set(), regulars: new Map() };
  met.set(foyer, known);
  return known;
}

type Truth = {
  data: {
    id: string;
    user_id: string;
    display_name: string;
    application_id: string | null;
    application_status: string | null;
  }[];
};

async function findApplicant(
  { control }: FoyerUnderTest,
  status: string,
  taken: ReadonlySet<string>,
): Promise<Applicant> {
  const { data } = (await control(`participants?event_id=${EVENT}`)) as Truth;
  const found = data.find((row) => row.application_status === status && !taken.has(row.user_id));
  if (!found?.application_id) throw new Error(`nobody is left who is ${status}`);
  return {
    userId: found.user_id,
    name: found.display_name,
    applicationId: found.application_id,
    participantId: found.id,
  };
}

/** The product with evt_harbor connected and synced, its people, and ways to be one of them. */
export const test = foyerTest.extend<Fixtures>({
  takeApplicant: async ({ foyer, organizer: _ }, use) => {
    const { taken } = metIn(foyer);
    await use(async (status) => {
      const person = await findApplicant(foyer, status, taken);
      taken.add(person.userId);
      return person;
    });
  },
  regular: async ({ foyer, takeApplicant }, use) => {
    const { regulars } = metIn(foyer);
    await use(async (status) => {
      const person = regulars.get(status) ?? (await takeApplicant(status));
      regulars.set(status, person);
      return person;
    });
  },
  signIn: async ({ foyer, organizer: _ }, use) => {
    await use(async (context, { userId }, eventId = EVENT) => {
      const { browser } = await signInByHttp(foyer, eventId, userId);
      const cookies = [...browser.cookies].filter(([name]) => name.includes("foyer_portal_"));
      if (cookies.length === 0) throw new Error(`${userId} could not sign in to ${eventId}`);
      await context.addCookies(
        cookies.map(([name, value]) => ({ name, value, url: foyer.appUrl, httpOnly: true })),
      );
    });
  },
  openPortal: async ({ context, page, foyer, signIn }, use) => {
    await use(async (person, path = "") => {
      await signIn(context, person);
      await page.goto(`${foyer.appUrl}/portal/${EVENT}${path}`);
      return page;
    });
  },
  otherBrowser: async ({ browser, expectedConsoleErrors }, use) => {
    const context = await browser.newContext();
    const faults = watchContext(context, expectedConsoleErrors);
    await use(context);
    await context.close();
    expect(faults, "what nobody expected in the other browser").toEqual([]);
  },
});

export { expect };
