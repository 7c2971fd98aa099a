import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { hashSessionId, newSessionId } from "@/lib/session-id";
import type { Role } from "./role-view";
import type { SeatLinkView } from "./team-view";

type Seat = {
  eventId: string;
  createdBy: string;
  role: Role;
  name: string | null;
  email?: string | null;
  /** The seat that it leads into; absent: a new one. */
  memberId?: string;
};

/** A link into a seat: 256 random bits, good once within `lifetimeMs`. */
export async function createSeatLink(
  db: Tx,
  seat: Seat,
  lifetimeMs: number,
): Promise<SeatLinkView> {
  const token = newSessionId();
  const tokenHash = hashSessionId(token);
  if (!tokenHash) throw new Error("a new token has the wrong shape");
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + lifetimeMs);
  await db.invitation.createMany({ data: { ...seat, id, tokenHash, expiresAt } });
  return { id, url: `${env().APP_URL}/join/${token}`, expiresAt: expiresAt.toISOString() };
}
