import type { JoinRefusalReason } from "@/lib/members/join/join-refusal";

type Words = { status: number; title: string; text: string[] };

const ASK = "Ask whoever sent it to you for another one.";

/** What each refusal means to whoever opened a link into a seat, and what they can do. */
export const JOIN_REFUSAL_WORDS: Record<JoinRefusalReason, Words> = {
  unknown: {
    status: 404,
    title: "This link leads nowhere",
    text: [`It is not whole, or it was taken back. ${ASK}`],
  },
  used: {
    status: 410,
    title: "This link was used already",
    text: [`It works once, and somebody has taken the seat with it. ${ASK}`],
  },
  expired: {
    status: 410,
    title: "This link has run out",
    text: [`It was good for some time only, and nobody used it. ${ASK}`],
  },
  has_seat: {
    status: 409,
    title: "This browser has a seat in the event already",
    text: [
      "Nothing was used up. If the link is somebody else's, send it to them. If it is yours, open it on the other device.",
    ],
  },
  full: {
    status: 409,
    title: "This seat is used on twenty devices already",
    text: ["Sign out on one of them first. Nothing was used up."],
  },
  session_replaced: {
    status: 409,
    title: "You have just connected an event in another tab",
    text: ["Load this page again and press the button once more. Nothing was used up."],
  },
};
