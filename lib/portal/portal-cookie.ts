import { decode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { EventId } from "@/lib/event-id";
import { cookieName, isSecure, readCookie } from "@/lib/session-cookie";
import { hashSessionId } from "@/lib/session-id";
import type { Visitor } from "./visitor";

/** A sign-in ends after 30 days, however often it is used. */
export const PORTAL_SESSION_S = 30 * 86_400;

/** What next-auth seals into the cookie: the session's id, and the one event it is good for. */
export const PortalToken = z.object({ sid: z.string(), event_id: EventId });
export type PortalToken = z.output<typeof PortalToken>;

/** One cookie per event, so that signing out of one leaves the others. */
export function portalCookieName(eventId: string): string {
  return cookieName(`foyer_portal_${eventId}`);
}

/** Who asks for the portal of `eventId`, by a `Cookie` header. Anything but the event's own cookie is nobody. */
export async function visitorOf(
  cookieHeader: string | null | undefined,
  eventId: string,
): Promise<Visitor> {
  const value = readCookie(cookieHeader, portalCookieName(eventId));
  const token = value ? await readToken(value) : undefined;
  const isOfEvent = token?.event_id === eventId;
  return { eventId, sessionHash: isOfEvent ? hashSessionId(token.sid) : null };
}

async function readToken(value: string): Promise<PortalToken | undefined> {
  try {
    return PortalToken.parse(await decode({ token: value, secret: env().NEXTAUTH_SECRET }));
  } catch {
    // Sealed by somebody else, damaged, or too old: not a session, and nothing an operator could mend.
    return undefined;
  }
}

/**
 * The `Set-Cookie` value that gives a frame its session: visible only inside the site that frames us
 * (CHIPS). Browsers take `Secure` from this machine over plain http too.
 */
export function framedPortalCookie(eventId: string, value: string): string {
  return `${portalCookieName(eventId)}=${value}; Path=/; Max-Age=${PORTAL_SESSION_S}; HttpOnly; SameSite=None; Secure; Partitioned`;
}

/** The `Set-Cookie` values that take the session away, from a tab and from a frame. */
export function clearedPortalCookies(eventId: string): string[] {
  const gone = `${portalCookieName(eventId)}=; Path=/; Max-Age=0; HttpOnly`;
  return [
    `${gone}; SameSite=Lax${isSecure() ? "; Secure" : ""}`,
    `${gone}; SameSite=None; Secure; Partitioned`,
  ];
}
