const CONFIGURABLE = [
  "DATABASE_URL",
  "APP_URL",
  "HOST",
  "REVENTO_AUTH_URL",
  "REVENTO_API_URL",
  "REVENTO_CLIENT_ID",
  "REVENTO_CLIENT_SECRET",
  "REVENTO_INTEGRATION_ID",
  "REVENTO_WEBHOOK_SECRETS",
  "REVENTO_RETRY_WINDOW_S",
  "REVENTO_FRAME_ORIGINS",
  "REVENTO_EVENT_URL",
  "REVENTO_APPLICATION_URL",
  "REVENTO_ORGANIZER_URL",
  "NEXTAUTH_SECRET",
  "TOKEN_KEYS",
  "CERTIFICATE_KEYS",
  "ERASE_AFTER_DAYS",
  "KEEP_PAYLOADS_DAYS",
  "OPERATOR_OIDC_ISSUER",
  "OPERATOR_OIDC_CLIENT_ID",
  "OPERATOR_OIDC_CLIENT_SECRET",
  "OPERATOR_EMAILS",
];

/** What is configured of Foyer in this environment; everything else is embedded. */
export function readConfigured(): Record<string, string | undefined> {
  return Object.fromEntries(CONFIGURABLE.map((name) => [name, process.env[name]]));
}

/** A port of the environment. Throws a sentence for what is none. */
export function configuredPort(name: string, fallback: number): number {
  const text = process.env[name];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${name}=${text} is not a port.`);
}
