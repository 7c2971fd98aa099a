import { withSystem } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { hashSessionId, newSessionId } from "@/lib/session-id";

const LIFETIME_MS = 15 * 60_000;

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
  const tokenHash = hashSessionId(token);
  if (!tokenHash) throw new Error("a new token has the wrong shape");
  await withSystem(async ({ db }) => {
    await db.operatorLink.deleteMany({ where: { expiresAt: { lte: new Date() } } });
    const expiresAt = new Date(Date.now() + LIFETIME_MS);
    await db.operatorLink.createMany({ data: { tokenHash, expiresAt } });
  });
  return `${APP_URL}/admin/sign-in?token=${token}`;
}
