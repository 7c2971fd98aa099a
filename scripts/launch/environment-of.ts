import { readOrMakeSecrets } from "./secrets";

const HOST = "127.0.0.1";

type Options = {
  stateDir: string;
  appPort: number;
  sandboxPort: number;
  /** The embedded database's, where none is configured. */
  databaseUrl: string | undefined;
  configured: Record<string, string | undefined>;
};

/**
 * The environment of web and worker: what is configured as given, the rest generated for this machine
 * and kept in the state folder.
 */
export async function environmentOf({
  stateDir,
  appPort,
  sandboxPort,
  databaseUrl,
  configured,
}: Options): Promise<Record<string, string>> {
  const secrets = await readOrMakeSecrets(stateDir);
  const defaults = {
    DATABASE_URL: databaseUrl,
    APP_URL: `http://${HOST}:${appPort}`,
    HOST,
    PORT: String(appPort),
    REVENTO_AUTH_URL: `http://localhost:${sandboxPort}`,
    REVENTO_API_URL: `http://localhost:${sandboxPort}/api/v1`,
    REVENTO_CLIENT_ID: "foyer-local",
    REVENTO_CLIENT_SECRET: secrets.clientSecret,
    REVENTO_INTEGRATION_ID: "int_foyer",
    REVENTO_WEBHOOK_SECRETS: secrets.webhookSecret,
    REVENTO_FRAME_ORIGINS: `http://localhost:${sandboxPort}`,
    TOKEN_KEYS: secrets.tokenKey,
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    CERTIFICATE_KEYS: secrets.certificateKey,
    // Only the sandbox's addresses of its pages are known: the contract names none.
    ...(configured.REVENTO_AUTH_URL ? {} : pagesOfSandbox(sandboxPort)),
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const merged: Record<string, string> = {};
  for (const [name, value] of [...Object.entries(defaults), ...Object.entries(configured)]) {
    if (value !== undefined && value !== "") merged[name] = value;
  }
  return merged;
}

function pagesOfSandbox(port: number): Record<string, string> {
  return {
    REVENTO_EVENT_URL: `http://localhost:${port}/participant/events/{event_id}`,
    REVENTO_APPLICATION_URL: `http://localhost:${port}/organizer/events/{event_id}/applications/{application_id}`,
    REVENTO_ORGANIZER_URL: `http://localhost:${port}/`,
  };
}
