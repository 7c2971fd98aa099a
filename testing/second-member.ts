import { randomBytes, randomUUID } from "node:crypto";
import type { Cookie } from "@playwright/test";
import { hashSessionId } from "@/lib/session-id";
import type { FoyerUnderTest } from "./foyer-under-test";

/** The session of another member of an event, who was given a seat there. */
export async function secondMember(
  { database, appUrl }: Pick<FoyerUnderTest, "database" | "appUrl">,
  eventId: string,
  role: string,
): Promise<Pick<Cookie, "name" | "value"> & { url: string }> {
  const value = randomBytes(32).toString("base64url");
  const hash = hashSessionId(value);
  await database.query(
    "INSERT INTO sessions (id_hash, expires_at) VALUES ($1, now() + interval '1 day')",
    [hash],
  );
  await database.query(
    "INSERT INTO members (event_id, id, session_hash, role) VALUES ($1, $2, $3, $4)",
    [eventId, randomUUID(), hash, role],
  );
  return { name: "foyer", value, url: appUrl };
}
