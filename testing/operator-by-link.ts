import { createHash, randomBytes } from "node:crypto";
import type { FoyerUnderTest } from "./foyer-under-test";

/** Signs an operator in without a browser, by a one-time link. Answers the Cookie header. */
export async function operatorByLink({
  appUrl,
  database,
}: Pick<FoyerUnderTest, "appUrl" | "database">): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await database.query(
    "INSERT INTO operator_links (token_hash, expires_at) VALUES ($1, now() + interval '1 minute')",
    [hash],
  );
  const answer = await fetch(`${appUrl}/admin/sign-in/link`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: appUrl },
    body: new URLSearchParams({ token }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!cookie) throw new Error(`the link answered ${answer.status} without a session`);
  return cookie;
}
