import { randomBytes } from "node:crypto";

const NOWHERE = "http://127.0.0.1:9";

/** A complete environment of the product, for tests: Revento is a closed port unless a test starts one. */
export function testEnvironment(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: "10",
    APP_URL: "http://127.0.0.1:3000",
    PORT: "3000",
    REVENTO_AUTH_URL: NOWHERE,
    REVENTO_API_URL: `${NOWHERE}/api/v1`,
    REVENTO_CLIENT_ID: "foyer-test",
    REVENTO_CLIENT_SECRET: "test-client-secret",
    REVENTO_INTEGRATION_ID: "int_foyer",
    REVENTO_WEBHOOK_SECRETS: "test-webhook-secret,older-webhook-secret",
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    TOKEN_KEYS: `test:${randomBytes(32).toString("base64url")}`,
    CERTIFICATE_KEYS: `test:${randomBytes(32).toString("base64url")}`,
    LOG_LEVEL: "silent",
  };
}
