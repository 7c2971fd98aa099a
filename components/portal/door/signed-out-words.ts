import type { SignedOutReason } from "@/lib/portal/portal-entry-view";

type Words = { title: string; text: string; canSignIn: boolean };

/** What happened to somebody's sign-in, and what they can do. */
const REASONS: Record<SignedOutReason, Words> = {
  revoked_by_you: {
    title: "You took Foyer's access back",
    text: "In Revento you ended Foyer's access to your profile and your application, so nothing of yours is shown here any more. If you want it back, sign in again: Revento asks you first.",
    canSignIn: true,
  },
  connection_ended: {
    title: "This portal has ended",
    text: "The event is no longer connected to Foyer, so Foyer reads nothing of yours any more. Look in Revento for how your application stands.",
    canSignIn: false,
  },
  grant_ended: {
    title: "Revento no longer accepts this sign-in",
    text: "Foyer's permission to read your data has ended or got lost on the way. Your application is as it was; sign in again to see it here.",
    canSignIn: true,
  },
  signed_out_everywhere: {
    title: "You signed out everywhere",
    text: "You chose, here or on another device, to sign out of this portal everywhere. Sign in again to go on in this browser.",
    canSignIn: true,
  },
  session_ended: {
    title: "Your sign-in has run out",
    text: "A sign-in lasts for 30 days, and yours is older or is not known here any more. Sign in again to go on.",
    canSignIn: true,
  },
};

const NO_REASON: Words = {
  title: "You are signed out",
  text: "This browser is no longer signed in to this portal. Sign in again to go on.",
  canSignIn: true,
};

/** The words of a reason; `null` is a browser that holds no sign-in at all. */
export function signedOutWords(reason: SignedOutReason | null): Words {
  return reason === null ? NO_REASON : REASONS[reason];
}
