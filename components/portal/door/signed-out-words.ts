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
    title: "You took the access back",
    happened:
      "In Revento you ended the access to your profile and your application, so nothing of yours is shown here any more.",
    next: "If you want it back, sign in again: Revento asks you first.",
    canSignIn: true,
  },
  not_available: {
    title: "This portal is not available at present",
    happened: "Its connection to Revento has stopped for now, and the organizers have been told.",
    next: "You need not do anything: this page looks by itself whether it is back. Your application is safe in Revento meanwhile.",
    canSignIn: false,
  },
  available_again: {
    title: "This portal is back",
    happened: "Its connection to Revento had stopped for a while, and your sign-in ended with it.",
    next: "Sign in again to go on.",
    canSignIn: true,
  },
  erased: {
    title: "This portal was deleted",
    happened:
      "The event is no longer connected, and everything that was kept of it here, your data too, has been deleted.",
    next: "Look in Revento for how your application stands.",
    canSignIn: false,
  },
  connection_ended: {
    title: "This portal has ended",
    happened: "The event is no longer connected, so nothing of yours is read here any more.",
    next: "Look in Revento for how your application stands.",
    canSignIn: false,
  },
  grant_ended: {
    title: "Revento no longer accepts this sign-in",
    happened: "The permission to read your data has ended, or got lost on the way.",
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
