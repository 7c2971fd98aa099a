import { LRUCache } from "lru-cache";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { EventId } from "@/lib/event-id";
import { cookieName, readCookie, serializeCookie } from "@/lib/session-cookie";
import { hashSessionId } from "@/lib/session-id";
import type { Visitor } from "./visitor";

/** A sign-in ends after 30 days, however often it is used. */
export const PORTAL_SESSION_S = 30 * 86_400;

/** What next-auth seals into the cookie: the session's id, and the one event it is good for. */
const PortalToken = z.object({ sid: z.string(), event_id: EventId });
type PortalToken = z.output<typeof PortalToken>;

/** One cookie per event, so that signing out of one leaves the others. */
export function portalCookieName(eventId: string): string {
  return cookieName(`foyer_portal_${eventId}`);
}

/**
 * The cookie of a frame. Where Foyer and Revento are one site to the browser it sees both cookies, in frames and tabs
 * alike, and could not tell two of the same name apart.
 */
function framedCookieName(eventId: string): string {
  return cookieName(`foyer_frame_${eventId}`);
}

/**
 * Who asks for the portal of `eventId`, by a `Cookie` header. Anything but the event's own cookies is nobody. Each
 * sign-in takes the other cookie away where the browser holds both, so that there is one.
 */
export async function visitorOf(
  cookieHeader: string | null | undefined,
  eventId: string,
): Promise<Visitor> {
  for (const name of [framedCookieName(eventId), portalCookieName(eventId)]) {
    const value = readCookie(cookieHeader, name);
    const token = value ? await readToken(value) : undefined;
    const sessionHash = token?.event_id === eventId ? hashSessionId(token.sid) : null;
    if (sessionHash) return { eventId, sessionHash };
  }
  return { eventId, sessionHash: null };
}

/** Opening a cookie costs as much as a small page, and a page asks with the same one again and again. */
const opened = new LRUCache<string, PortalToken>({ max: 20_000, ttl: 300_000 });

async function readToken(value: string): Promise<PortalToken | undefined> {
  const known = opened.get(value);
  if (known) return known;
  try {
    const token = PortalToken.parse(await decode({ token: value, secret: env().NEXTAUTH_SECRET }));
    opened.set(value, token);
    return token;
  } catch {
    // Sealed by somebody else, damaged, or too old: not a session, and nothing an operator could mend.
    return undefined;
  }
}

/** A session's id as its cookie holds it, sealed as next-auth seals it. */
export async function sealSession(eventId: string, sid: string): Promise<string> {
  const token: PortalToken = { sid, event_id: eventId };
  return encode({ token, secret: env().NEXTAUTH_SECRET, maxAge: PORTAL_SESSION_S });
}

/** The `Set-Cookie` value that gives a tab its session. */
export function tabPortalCookie(eventId: string, sealed: string): string {
  return serializeCookie(portalCookieName(eventId), sealed, PORTAL_SESSION_S);
}

/**
 * The `Set-Cookie` value that gives a frame its session: visible only inside the site that frames us
 * (CHIPS). Browsers take `Secure` from this machine over plain http too.
 */
export function framedPortalCookie(eventId: string, value: string): string {
  return `${framedCookieName(eventId)}=${value}; Path=/; Max-Age=${PORTAL_SESSION_S}; HttpOnly; SameSite=None; Secure; Partitioned`;
}

/** The `Set-Cookie` value that takes a frame's session away. */
export function clearedFramedCookie(eventId: string): string {
  return `${framedCookieName(eventId)}=; Path=/; Max-Age=0; HttpOnly; SameSite=None; Secure; Partitioned`;
}

/** The `Set-Cookie` value that takes a tab's session away. */
export function clearedTabCookie(eventId: string): string {
  return serializeCookie(portalCookieName(eventId), "", 0);
}
