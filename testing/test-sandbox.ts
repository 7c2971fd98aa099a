import { startSandbox } from "@/sandbox/start-sandbox";

type Call = (path: string, body?: unknown) => Promise<unknown>;
export type TestSandbox = {
  url: string;
  /** POST when there is a body, GET otherwise; answers the parsed JSON and throws on any other status than 2xx. */
  control: Call;
  close(): Promise<void>;
};

/**
 * A Revento for this test file on a free port, in memory, with the environment pointed at it. Call it
 * before anything that reads the environment. `webhookUrl` is where its deliveries go.
 */
export async function startTestSandbox(
  options: { webhookUrl?: string; appUrl?: string } = {},
): Promise<TestSandbox> {
  const appUrl = options.appUrl ?? process.env.APP_URL ?? "http://127.0.0.1:3000";
  const { REVENTO_CLIENT_ID, REVENTO_CLIENT_SECRET, REVENTO_INTEGRATION_ID } = process.env;
  const sandbox = await startSandbox({
    port: 0,
    clientId: REVENTO_CLIENT_ID,
    clientSecret: REVENTO_CLIENT_SECRET,
    integrationId: REVENTO_INTEGRATION_ID,
    webhookSecrets: process.env.REVENTO_WEBHOOK_SECRETS?.split(","),
    webhookUrl: options.webhookUrl ?? "http://127.0.0.1:9/api/webhooks/revento",
    connectUrl: `${appUrl}/connect`,
    redirectUris: [`${appUrl}/connect/callback`, `${appUrl}/api/auth/callback/revento`],
  });
  process.env.REVENTO_AUTH_URL = sandbox.url;
  process.env.REVENTO_API_URL = `${sandbox.url}/api/v1`;
  return { url: sandbox.url, control: controlOf(sandbox.url), close: () => sandbox.close() };
}

/** Calls `/_control/…` of the sandbox at `url`. */
export function controlOf(url: string): Call {
  return async (path, body) => {
    const response = await fetch(`${url}/_control/${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`sandbox ${path}: ${response.status} ${await response.text()}`);
    }
    return response.json();
  };
}
