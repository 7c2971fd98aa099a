import { withSystemSql } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { hashSessionId, newSessionId } from "@/lib/session-id";

/**
 * The address of a new one-time link into the console: 256 random bits, good once, for 15 minutes. So
 * many bits are not found by trying, however fast. Throws AppError `conflict` where OIDC is configured.
 */
export async function createOperatorLink(): Promise<string> {
  const { OPERATOR_OIDC_ISSUER, APP_URL } = env();
  if (OPERATOR_OIDC_ISSUER) {
    throw new AppError(
      "conflict",
      `Operators sign in with OIDC here (OPERATOR_OIDC_ISSUER), so there are no one-time links: open ${APP_URL}/admin.`,
    );
  }
  const token = newSessionId();
  await withSystemSql(async (sql) => {
    await sql.query("DELETE FROM operator_links WHERE expires_at <= now()");
    await sql.query(
      `INSERT INTO operator_links (token_hash, expires_at)
       VALUES ($1, now() + interval '15 minutes')`,
      [hashSessionId(token)],
    );
  });
  return `${APP_URL}/admin/sign-in?token=${token}`;
}
