import { JOIN_REFUSAL_WORDS } from "@/app/join/refusal-words";
import { busyAnswer } from "@/app/message/busy-answer";
import { type Html, html } from "@/app/message/html";
import { buttonLink, messageAnswer } from "@/app/message/message-answer";
import { ROLE_WORDS } from "@/components/labels/role-words";
import { env } from "@/lib/env";
import { AppError, STATUS_OF } from "@/lib/errors";
import { handle, notAllowed } from "@/lib/http/handle";
import { isBusy } from "@/lib/is-busy";
import { logOf } from "@/lib/log";
import { homeOf } from "@/lib/members/home-view";
import { consumeSeatLink } from "@/lib/members/join/consume-seat-link";
import { JoinRefusal } from "@/lib/members/join/join-refusal";
import { previewSeatLink, type SeatLinkPreviewView } from "@/lib/members/join/preview-seat-link";
import { sessionCookie } from "@/lib/session-cookie";

/** A page with one button: whoever only looks at the address, as previews of links do, spends nothing. */
export const GET = handle({ actor: "browser", refuse: refusalAnswer }, async (actor, _, params) => {
  const { token = "" } = params;
  return offerAnswer(await previewSeatLink(actor, token), token);
});

export const HEAD = notAllowed("GET, POST");

/** Takes the seat and leads to the event. */
export const POST = handle(
  { actor: "browser", refuse: refusalAnswer },
  async (actor, _, { token = "" }) => {
    const { eventId, role, session } = await consumeSeatLink(actor, token);
    return new Response(null, {
      status: 303,
      headers: {
        Location: env().APP_URL + homeOf(role, eventId),
        "Set-Cookie": sessionCookie(session),
        "Cache-Control": "no-store",
      },
    });
  },
);

function offerAnswer(offer: SeatLinkPreviewView, token: string): Response {
  const { eventTitle, name, role, isDevice } = offer;
  const event = eventTitle ? `“${eventTitle}”` : "an event";
  const { word, may } = ROLE_WORDS[role];
  return messageAnswer({
    status: 200,
    title: isDevice ? `Open ${event} in this browser` : `You are invited to the team of ${event}`,
    text: isDevice
      ? ["You keep your seat, your views and your name. The link works once."]
      : [
          `${name ? `${name}, your` : "Your"} role is ${word}: ${may}`,
          "Take the seat in the browser that you work in: it stays signed in there, and the link works once.",
        ],
    hasForm: true,
    next: takeForm(token, isDevice ? "Use it here" : "Take the seat"),
  });
}

function takeForm(token: string, word: string): Html {
  return html`<form action="/join/${token}" method="post"><button class="button primary" type="submit">${word}</button></form>`;
}

function refusalAnswer(error: unknown): Response {
  const events = buttonLink(`${env().APP_URL}/events`, "Your events", "plain");
  if (error instanceof JoinRefusal) {
    const { reason, eventId } = error;
    const next =
      reason === "has_seat" && eventId
        ? buttonLink(`${env().APP_URL}/events/${eventId}`, "Open the event", "primary")
        : events;
    return messageAnswer({ ...JOIN_REFUSAL_WORDS[reason], detail: reason, next });
  }
  if (isBusy(error)) return busyAnswer(events);
  if (error instanceof AppError && error.code !== "internal") {
    const title = "This could not be done";
    return messageAnswer({
      status: STATUS_OF[error.code],
      title,
      text: [error.message],
      next: events,
    });
  }
  logOf("members").error({ err: error }, "taking a seat failed");
  return messageAnswer({
    status: 500,
    title: "Something went wrong on our side",
    text: ["Nothing was used up, and it was logged. Try again in a moment."],
    next: events,
  });
}
