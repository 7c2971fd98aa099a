import type { SignInRefusalReason } from "@/lib/portal/sign-in/sign-in-refusal";

type Words = { status: number; title: string; text: string[] };

const AGAIN = "You are not signed in. Try again; Revento will ask you once more.";

/** What each refusal means to a participant, and what they can do. */
export const SIGN_IN_WORDS: Record<SignInRefusalReason, Words> = {
  malformed_callback: {
    status: 400,
    title: "This address is not complete",
    text: [
      "Revento should have sent you back with an answer, and there was none that could be read.",
    ],
  },
  attempt_unknown: {
    status: 400,
    title: "This sign-in does not work any more",
    text: [
      "Each sign-in works once, for ten minutes, and only in the browser in which it began, with cookies allowed.",
      "If somebody sent you this link, do not use it. Otherwise open the portal of your event and sign in again.",
    ],
  },
  access_denied: {
    status: 403,
    title: "You are not signed in",
    text: [
      "Revento says that you did not agree, so nothing about you was read.",
      "You can change your mind at any time.",
    ],
  },
  not_eligible: {
    status: 403,
    title: "Revento does not let you sign in here",
    text: [
      "Only people with an application for this event can sign in to its portal, whatever became of the application. Perhaps you are signed in to Revento as somebody else, or the event has left this portal.",
      "Apply for the event in Revento, or sign in as the person who did, and come back.",
    ],
  },
  revento_refused: {
    status: 403,
    title: "Revento did not allow this sign-in",
    text: [
      "Revento refused, and gave no reason that is known here.",
      "Try again; if it stays, Revento's support can say why.",
    ],
  },
  code_refused: {
    status: 400,
    title: "Revento's permission had run out",
    text: ["The permission that Revento hands over lives for one minute and works once.", AGAIN],
  },
  client_refused: {
    status: 502,
    title: "Revento does not know this portal at present",
    text: [
      "Revento did not accept the portal's own credentials. This is ours to repair, and it was logged.",
      "You are not signed in. Try again later.",
    ],
  },
  revento_unavailable: {
    status: 503,
    title: "Revento cannot be reached",
    text: ["Revento did not answer just now.", AGAIN],
  },
  answer_lost: {
    status: 504,
    title: "Revento's answer was lost on the way",
    text: ["Revento was asked to finish the sign-in, and what came of it is not known.", AGAIN],
  },
  malformed_answer: {
    status: 502,
    title: "Revento's answer made no sense",
    text: [
      "What Revento answered could not be read, so nothing was stored.",
      "Try again; if it stays, it is ours and Revento's to repair.",
    ],
  },
  wrong_event: {
    status: 502,
    title: "Revento answered for another event",
    text: [
      "You wanted to sign in to one event, and the answer was for something else. It was thrown away.",
      AGAIN,
    ],
  },
  not_connected: {
    status: 404,
    title: "There is no portal here",
    text: [
      "This address leads to no portal that is open at present. Perhaps it has a typing error, or the event has left.",
    ],
  },
  scope_too_small: {
    status: 403,
    title: "The portal needs to know who you are",
    text: [
      "Without your profile there is nobody to sign in, and it was left out.",
      "Try again and allow it; your application may be left out.",
    ],
  },
};
