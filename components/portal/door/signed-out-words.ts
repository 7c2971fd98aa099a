import type { SignedOutReason } from "@/lib/portal/portal-entry-view";

type Words = {
  title: string;
  happened: string;
  /** What the person can do. */
  next: string;
  canSignIn: boolean;
};

const REASONS: Record<SignedOutReason, Words> = {
  revoked_by_you: {
    title: "You took Foyer's access back",
    happened:
      "In Revento you ended Foyer's access to your profile and your application, so nothing of yours is shown here any more.",
    next: "If you want it back, sign in again: Revento asks you first.",
    canSignIn: true,
  },
  connection_ended: {
    title: "This portal has ended",
    happened:
      "The event is no longer connected to Foyer, so Foyer reads nothing of yours any more.",
    next: "Look in Revento for how your application stands.",
    canSignIn: false,
  },
  grant_ended: {
    title: "Revento no longer accepts this sign-in",
    happened: "Foyer's permission to read your data has ended, or got lost on the way.",
    next: "Your application is where it was; sign in again to see it here.",
    canSignIn: true,
  },
  signed_out_everywhere: {
    title: "You signed out everywhere",
    happened: "You chose, here or on another device, to sign out of this portal everywhere.",
    next: "Sign in again to go on in this browser.",
    canSignIn: true,
  },
  session_ended: {
    title: "Your sign-in has run out",
    happened: "A sign-in lasts for 30 days, and yours is older or is not known here any more.",
    next: "Sign in again to go on.",
    canSignIn: true,
  },
};

const NO_REASON: Words = {
  title: "You are signed out",
  happened: "This browser is no longer signed in to this portal.",
  next: "Sign in again to go on.",
  canSignIn: true,
};

const CLOSED = "The portal is not open at present, so nobody can sign in to it.";

/**
 * What happened to somebody's sign-in, and what they can do; `null` is a browser that holds no sign-in at
 * all. While a portal is not open, nobody is sent to a sign-in that would refuse them.
 */
export function signedOutWords(reason: SignedOutReason | null, isOpen: boolean): Words {
  const words = reason === null ? NO_REASON : REASONS[reason];
  if (isOpen || !words.canSignIn) return words;
  return { ...words, next: CLOSED, canSignIn: false };
}
