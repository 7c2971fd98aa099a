import { randomBytes } from "node:crypto";
import type { Cookie } from "@playwright/test";
import { hashSessionId } from "@/lib/session-id";
import type { FoyerUnderTest } from "./foyer-under-test";
import { plantSeat } from "./plant-seat";

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
  await plantSeat(database, { eventId, sessionHash: hash, role });
  return { name: "foyer", value, url: appUrl };
}
