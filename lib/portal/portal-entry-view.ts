import type { HeardView } from "@/lib/connections/heard-view";

/** What everybody may know of an event whose portal is open. Times are ISO 8601 in UTC. */
export type PublicEventView = {
  title: string;
  description: string | null;
  startsAt: string | null;
  endsAt: string | null;
  /** IANA name; null is UTC. */
  timezone: string | null;
  /** Revento's word: `age_all`, `age_18_plus`, … */
  minAge: string | null;
  isOver: boolean;
  /** False: taken back from the public; only people who are signed in get to see this. */
  isPublic: boolean;
};

/** Why somebody who was signed in is so no longer. */
export type SignedOutReason =
  /** They took Foyer's access back in Revento (contract 7.5). */
  | "revoked_by_you"
  /** The connection has stopped and can go on: suspended (contract 7.6), or to be connected again. */
  | "not_available"
  /** It went on since; the sign-in did not survive. */
  | "available_again"
  /** The event is no longer connected (contract 7.1 to 7.4). */
  | "connection_ended"
  /** Everything of the event was deleted. */
  | "erased"
  /** Revento no longer accepts the sign-in, or it got lost: signing in again mends it. */
  | "grant_ended"
  /** They signed out everywhere, on this device or another. */
  | "signed_out_everywhere"
  /** The session is older than 30 days, or unknown here. */
  | "session_ended";

/** `heard`: how fresh what is shown to them can be. `head`: the number of the event's last change that is shown. */
export type PortalSessionView =
  | { state: "none" }
  | { state: "signed_out"; reason: SignedOutReason }
  | {
      state: "signed_in";
      name: string | null;
      heard: Omit<HeardView, "lastDeliveryAt">;
      head: string;
    };

/**
 * The door of a portal. `event` is null where there is nothing to show to whoever asks: never
 * connected, no longer connected, not public. Which of these it is stays untold.
 */
export type PortalEntryView = { event: PublicEventView | null; session: PortalSessionView };
