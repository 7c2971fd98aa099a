import { z } from "zod";

const FOYER_URL = "http://127.0.0.1:3000";

/** Everything the sandbox can be told, with local defaults. URLs are absolute; ports 0 to 65535. */
export const SandboxConfig = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(4000),
  host: z.string().min(1).default("127.0.0.1"),
  stateDir: z.string().min(1).optional(),
  publicUrl: z.url().optional(),
  clientId: z.string().min(1).default("foyer-local"),
  clientSecret: z.string().min(8).default("foyer-local-client-secret"),
  integrationId: z
    .string()
    .regex(/^int_\w+$/, "must look like int_…")
    .default("int_foyer"),
  redirectUris: z
    .array(z.url())
    .min(1)
    .default([`${FOYER_URL}/connect/callback`, `${FOYER_URL}/api/auth/callback/revento`]),
  connectUrl: z.url().default(`${FOYER_URL}/connect`),
  webhookUrl: z.url().default(`${FOYER_URL}/api/webhooks/revento`),
  webhookSecrets: z.array(z.string().min(8)).min(1).default(["foyer-local-webhook-secret"]),
  portalUrl: z.url().optional(),
});
export type SandboxConfig = z.output<typeof SandboxConfig>;
export type SandboxConfigInput = z.input<typeof SandboxConfig>;

const VARIABLES = {
  port: "SANDBOX_PORT",
  host: "SANDBOX_HOST",
  stateDir: "SANDBOX_STATE_DIR",
  publicUrl: "SANDBOX_PUBLIC_URL",
  clientId: "SANDBOX_CLIENT_ID",
  clientSecret: "SANDBOX_CLIENT_SECRET",
  integrationId: "SANDBOX_INTEGRATION_ID",
  redirectUris: "SANDBOX_REDIRECT_URIS",
  connectUrl: "SANDBOX_CONNECT_URL",
  webhookUrl: "SANDBOX_WEBHOOK_URL",
  webhookSecrets: "SANDBOX_WEBHOOK_SECRETS",
  portalUrl: "SANDBOX_PORTAL_URL",
} as const satisfies Record<keyof SandboxConfig, string>;

const LISTS: ReadonlySet<string> = new Set(["redirectUris", "webhookSecrets"]);

/**
 * Reads the SANDBOX_… variables of an environment. Throws one Error that names every variable that
 * is malformed; its message never repeats a value, because two of them are secrets.
 */
export function readConfig(env: Record<string, string | undefined>): SandboxConfig {
  const raw: Record<string, string | string[]> = {};
  for (const [key, variable] of Object.entries(VARIABLES)) {
    const value = env[variable]?.trim();
    if (!value) continue;
    raw[key] = LISTS.has(key) ? splitList(value) : value;
  }
  const parsed = SandboxConfig.safeParse(raw);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `${variableOf(issue.path[0])}: ${issue.message}`,
  );
  throw new Error(`The sandbox cannot start with this environment:\n  ${problems.join("\n  ")}`);
}

function splitList(value: string): string[] {
  return value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function variableOf(key: PropertyKey | undefined): string {
  const found = Object.entries(VARIABLES).find(([name]) => name === key);
  return found ? found[1] : String(key);
}
