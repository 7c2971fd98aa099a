import type { SignInState } from "./use-sign-in";

/** What a sign-in under way, or one that came to nothing, has to say. */
export const SIGN_IN_WORDS: Record<SignInState, string | null> = {
  ready: null,
  leaving: "Taking you to Revento…",
  waiting: "Sign in in the window that has opened. It closes by itself, and this page goes on.",
  signed_in: "You are signed in. One moment…",
  blocked:
    "Your browser did not open the window for signing in. Allow this page to open windows, then try again.",
  closed: "The window was closed before the sign-in was finished. You can try again.",
  refused: "The sign-in came to nothing on the way back to this page. Please try once more.",
  unreachable: "This portal cannot be reached at present. Please try again in a moment.",
  kept_out:
    "This browser kept no sign-in inside the app. You can allow it, or go on in a tab of your own.",
  allowed: "Allowed. Now sign in once more.",
  no_cookies:
    "This browser keeps no sign-in inside the app. In a tab of your own everything works.",
  insecure: "This page was not loaded over a safe connection, so nobody can sign in here.",
};
