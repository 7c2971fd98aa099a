import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPart } from "@/scripts/launch/child-process";
import type { FoyerUnderTest } from "./foyer-under-test";
import { type Account, TestOidcProvider } from "./test-oidc-provider";
import { nextTestPort } from "./test-ports";

export type FoyerWithOidc = { url: string; provider: TestOidcProvider; close(): Promise<void> };

/** One more web process of the same Foyer, whose operators sign in at a provider of its own. */
export async function startFoyerWithOidc(
  foyer: FoyerUnderTest,
  emails: string,
  accounts: Record<string, Account>,
): Promise<FoyerWithOidc> {
  const port = await nextTestPort();
  const url = `http://127.0.0.1:${port}`;
  const redirectUri = `${url}/api/auth/callback/operators`;
  const provider = await new TestOidcProvider({ redirectUri, accounts }).start();
  const logs = await mkdtemp(path.join(tmpdir(), "foyer-oidc-"));
  const web = await startPart({
    name: "A web process with OIDC",
    script: "server/main.ts",
    env: {
      ...foyer.env,
      NODE_ENV: "production",
      APP_URL: url,
      PORT: String(port),
      OPERATOR_OIDC_ISSUER: provider.issuer,
      OPERATOR_OIDC_CLIENT_ID: "foyer-console",
      OPERATOR_OIDC_CLIENT_SECRET: "console-secret",
      OPERATOR_EMAILS: emails,
    },
    readyLine: /foyer web listening/,
    logFile: path.join(logs, "web.log"),
  });
  return {
    url,
    provider,
    close: async () => {
      await web.stop();
      await provider.close();
      await rm(logs, { recursive: true, force: true });
    },
  };
}
