import type { ConnectRefusalReason } from "@/lib/connections/connect-refusal";

type Words = { status: number; title: string; text: string[] };

const AGAIN = "Nothing was changed. Try again; Revento will ask you once more.";

/** What each refusal means to the organizer, and what they can do. */
export const REFUSAL_WORDS: Record<ConnectRefusalReason, Words> = {
  malformed_callback: {
    status: 400,
    title: "This address is not complete",
    text: [
      "Foyer expected Revento to send you back with an answer, and there was none that could be read.",
      "Start again from the integrations panel of your event in Revento.",
    ],
  },
  state_unknown: {
    status: 400,
    title: "This link does not work any more",
    text: [
      "Each attempt to connect works once, and for ten minutes. If it went well the first time, your event is in the list already.",
      "Otherwise start again from the integrations panel of your event in Revento.",
    ],
  },
  state_expired: {
    status: 410,
    title: "That took more than ten minutes",
    text: ["For your safety an attempt to connect ends after ten minutes.", AGAIN],
  },
  other_browser: {
    status: 403,
    title: "You began in another browser",
    text: [
      "An attempt to connect has to end in the browser in which it began, with cookies allowed.",
      "Nothing was connected. If somebody sent you this link, do not use it; otherwise try again here.",
    ],
  },
  being_erased: {
    status: 409,
    title: "The old data of this event is being deleted right now",
    text: [
      "This event was connected before, and what Foyer had stored of it is being deleted as you read this. It takes a few minutes at the most.",
      "Nothing was connected. Connect the event again in a moment.",
    ],
  },
  access_denied: {
    status: 403,
    title: "Foyer was not given access",
    text: [
      "Revento says that the access was refused: either you chose not to allow it, or this account does not organize the event.",
      "Nothing was connected. You can try again at any time, if need be as another person.",
    ],
  },
  organization_not_eligible: {
    status: 403,
    title: "This organization cannot connect events yet",
    text: [
      "Revento lets only formal, verified organizations connect their events, and this one is not.",
      "Once Revento has verified the organization, connect the event again. Foyer cannot change this for you.",
    ],
  },
  suspended: {
    status: 503,
    title: "Revento has suspended Foyer",
    text: [
      "No event can be connected for now, yours or anybody's. Foyer's staff know of it.",
      "Nothing was connected. Try again later: Foyer asks Revento each time.",
    ],
  },
  unknown_event: {
    status: 404,
    title: "Revento does not know this event",
    text: [
      "No event in Revento has this id. Perhaps a part of it is missing.",
      "The sure way is the integrations panel of your event in Revento: it brings the id along.",
    ],
  },
  revento_refused: {
    status: 403,
    title: "Revento did not allow this connection",
    text: [
      "Revento refused before Foyer got any access. Nothing was connected.",
      "Try again; if it stays, Revento's support can say more.",
    ],
  },
  code_refused: {
    status: 400,
    title: "Revento's permission had run out",
    text: ["The permission Revento hands over lives for one minute and works once.", AGAIN],
  },
  client_refused: {
    status: 502,
    title: "Revento does not know Foyer at present",
    text: [
      "Revento did not accept Foyer's own credentials. This is ours to repair, and it was logged.",
      "Nothing was connected. Try again later.",
    ],
  },
  revento_unavailable: {
    status: 503,
    title: "Revento cannot be reached",
    text: ["Revento did not take Foyer's request just now. Nothing was connected.", AGAIN],
  },
  answer_lost: {
    status: 504,
    title: "Revento's answer was lost on the way",
    text: [
      "Foyer asked Revento to finish the connection and never learned what came of it. Nothing was stored.",
      "Try again: a new connection takes the place of a half-made one.",
    ],
  },
  malformed_answer: {
    status: 502,
    title: "Revento's answer made no sense",
    text: [
      "Foyer could not read what Revento answered, so nothing was stored.",
      "Try again; if it stays, it is ours and Revento's to repair.",
    ],
  },
  wrong_event: {
    status: 502,
    title: "Revento answered for another event",
    text: [
      "You asked to connect one event, and the answer was for something else. Foyer threw it away.",
      "Nothing was connected. Try again.",
    ],
  },
  other_organization: {
    status: 409,
    title: "This event belongs to another organization here",
    text: [
      "Foyer already holds this event under another organization, and never mixes the data of two.",
      "The first organization has to end its connection, and its data has to be deleted, before the event can be connected anew.",
    ],
  },
  scope_too_small: {
    status: 403,
    title: "Foyer needs a little more access",
    text: [
      "Without reading the event and its participants there is nothing Foyer could show you, and one of the two was left out.",
      "Nothing was connected. Try again and allow both; the program may be left out.",
    ],
  },
  session_ended: {
    status: 409,
    title: "Connected, but not for this browser yet",
    text: [
      "The event is connected. Meanwhile this browser connected another one, or was signed out, so Foyer did not open this event for it.",
      "Try again to see it here too; your other events stay as they are.",
    ],
  },
};
