import type { Page } from "@playwright/test";
import { hashSessionId, newSessionId } from "@/lib/session-id";
import { connectByHttp } from "./connect-by-http";
import { deadLetter } from "./dead-letter";
import { eventually } from "./eventually";
import { expect, test as foyerTest } from "./fixtures";
import type { FoyerUnderTest } from "./foyer-under-test";

type Fixtures = {
  /** Makes the test's browser that of an operator who is signed in. */
  asOperator: undefined;
  /** Opens a page of the console in the test's own browser. */
  openConsole: (path?: string) => Promise<Page>;
};

/** Signs an operator in by rows alone; answers the cookie of their browser. */
export async function plantOperator({ database }: Pick<FoyerUnderTest, "database">) {
  const value = newSessionId();
  await database.query(
    `INSERT INTO operator_sessions (id_hash, operator, expires_at)
     VALUES ($1, 'local', now() + interval '8 hours')`,
    [hashSessionId(value)],
  );
  return { name: "foyer_operator", value };
}

/** The address of a one-time link into the console, as the start prints it. */
export async function plantOperatorLink({
  database,
  appUrl,
}: Pick<FoyerUnderTest, "database" | "appUrl">): Promise<string> {
  const token = newSessionId();
  await database.query(
    "INSERT INTO operator_links (token_hash, expires_at) VALUES ($1, now() + interval '15 minutes')",
    [hashSessionId(token)],
  );
  return `${appUrl}/admin/sign-in?token=${token}`;
}

const ENDED = "evt_summit";

/** Gives every page of the console something to show. Answers the path of a dead letter's page. */
export async function fillConsole(foyer: FoyerUnderTest, eventId: string): Promise<string> {
  const { control, database } = foyer;
  await connectByHttp(foyer, ENDED, "usr_ana");
  await control("act", { action: "emit", event_id: eventId, type: "badge.printed", data: {} });
  await deadLetter(foyer, eventId, 2);
  await control("act", { action: "revoke_connection", event_id: ENDED });
  const { rows } = await eventually(
    () =>
      database.query(
        `SELECT event_id, delivery_id FROM deliveries
         WHERE state = 'dead' AND EXISTS (SELECT FROM erasures WHERE event_id = $1)`,
        [ENDED],
      ),
    ({ rowCount }) => rowCount === 2,
    20_000,
  );
  return `/admin/deliveries/${rows[0].event_id}/${rows[0].delivery_id}`;
}

export const test = foyerTest.extend<Fixtures>({
  asOperator: async ({ context, foyer }, use) => {
    await context.addCookies([{ ...(await plantOperator(foyer)), url: foyer.appUrl }]);
    await use(undefined);
  },
  openConsole: async ({ page, foyer, asOperator: _ }, use) => {
    await use(async (path = "") => {
      await page.goto(`${foyer.appUrl}/admin${path}`);
      return page;
    });
  },
});

export { expect };
