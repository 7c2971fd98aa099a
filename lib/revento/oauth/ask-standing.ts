import { CALL_TIMEOUT_MS } from "@/lib/revento/request-api";
import { beginAuthorization } from "./begin-authorization";

/**
 * Whether Revento lets organizers connect the integration at present: `refused` is its `unauthorized_client`
 * (RFC 6749 4.1.2.1), `unknown` whatever else says nothing about it.
 */
export type Standing = "accepted" | "refused" | "unknown";

/**
 * Asks Revento for the consent of an event's organizer, as their browser would, and goes no further. Never throws.
 */
export async function askStanding(eventId: string): Promise<Standing> {
  try {
    const { url } = await beginAuthorization(eventId);
    const signal = AbortSignal.timeout(CALL_TIMEOUT_MS);
    const answer = await fetch(url, { redirect: "manual", signal });
    await answer.body?.cancel();
    const location = answer.headers.get("location");
    const error = location ? new URL(location, url).searchParams.get("error") : null;
    if (error === "unauthorized_client") return "refused";
    return error === null && answer.status < 400 ? "accepted" : "unknown";
  } catch {
    return "unknown";
  }
}
