import type { OperatorRefusalReason } from "@/lib/operators/operator-refusal";

type Words = { status: number; title: string; text: string[] };

const NOBODY = "Nobody was signed in. Try again from the sign-in page.";
const ASK = "Ask whoever set up Foyer here, or sign in as somebody else.";
const MISCONFIGURED =
  "If it stays like this, whoever set up Foyer should compare OPERATOR_OIDC_ISSUER, OPERATOR_OIDC_CLIENT_ID and OPERATOR_OIDC_CLIENT_SECRET with the provider's settings.";

/** What each refusal means to the operator, and what they can do. */
export const SIGN_IN_REFUSAL_WORDS: Record<OperatorRefusalReason, Words> = {
  link_unknown: {
    status: 403,
    title: "This link does not work any more",
    text: [
      "A link into the console works once, within fifteen minutes. This one was used, has run out, or never was one.",
      "For another one, run npm run operator-link on the machine where Foyer runs.",
    ],
  },
  links_off: {
    status: 403,
    title: "One-time links are switched off",
    text: ["Operators sign in with their account here, because a provider is configured."],
  },
  oidc_off: {
    status: 404,
    title: "There is no such sign-in here",
    text: ["No provider is configured: operators come in with a one-time link."],
  },
  malformed_callback: {
    status: 400,
    title: "This address is not complete",
    text: ["The provider should have sent you back with an answer that Foyer can read.", NOBODY],
  },
  state_unknown: {
    status: 400,
    title: "This sign-in does not work any more",
    text: ["Each sign-in works once, and for ten minutes.", NOBODY],
  },
  state_expired: {
    status: 410,
    title: "That took more than ten minutes",
    text: ["For your safety a sign-in ends after ten minutes.", NOBODY],
  },
  other_browser: {
    status: 403,
    title: "You began in another browser",
    text: [
      "A sign-in has to end in the browser in which it began, with cookies allowed.",
      "Nobody was signed in. If somebody sent you this link, do not use it.",
    ],
  },
  cancelled: {
    status: 403,
    title: "The sign-in was cancelled",
    text: ["The provider says that you did not agree.", NOBODY],
  },
  provider_refused: {
    status: 502,
    title: "The provider refused the sign-in",
    text: ["It did not say who you are.", MISCONFIGURED],
  },
  provider_unreachable: {
    status: 502,
    title: "The provider does not answer",
    text: [
      "Foyer could not reach it, or it is out of order. Try again in a moment.",
      MISCONFIGURED,
    ],
  },
  provider_unclear: {
    status: 502,
    title: "The provider's answer cannot be trusted",
    text: [
      "What it said about you was not complete, or not meant for this sign-in.",
      MISCONFIGURED,
    ],
  },
  email_missing: {
    status: 403,
    title: "Your account has no e-mail address",
    text: ["Foyer knows its operators by their address, and the provider told none.", ASK],
  },
  email_unverified: {
    status: 403,
    title: "Your e-mail address is not verified",
    text: ["The provider does not vouch for your address. Verify it there, then try again.", ASK],
  },
  not_listed: {
    status: 403,
    title: "This account is not an operator's",
    text: ["You are signed in at the provider, and your address is not on Foyer's list.", ASK],
  },
};
