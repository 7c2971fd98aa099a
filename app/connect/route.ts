import { html } from "@/app/message/html";
import { type Message, messageAnswer } from "@/app/message/message-answer";
import { startConnect } from "@/lib/connections/start-connect";
import { suspensionNow } from "@/lib/connections/suspension";
import { findEventId } from "@/lib/event-id";
import { handle } from "@/lib/http/handle";
import { organizerAddress } from "@/lib/revento/organizer-address";
import { attemptCookie } from "./attempt-cookie";
import { brokenAnswer } from "./broken-answer";

const FORM = html`<form action="/connect" method="get">
<label>Event id, or the link of your event in Revento <input name="event_id" required placeholder="evt_…" autocomplete="off" spellcheck="false"></label>
<button class="button primary">Connect</button>
</form>`;

const WHICH_EVENT: Message = {
  status: 200,
  title: "Which event do you want to connect?",
  text: [
    "Open the event in Revento, go to its integrations, and choose Foyer: you come back here with everything filled in.",
    "If you know the event's id, or its link, it works from here too. Revento will ask you to agree.",
  ],
  next: FORM,
};

const NO_EVENT_ID: Message = {
  ...WHICH_EVENT,
  status: 400,
  title: "That is not an event of Revento",
  text: [
    "An event's id begins with evt_ and has letters, digits and dashes after it.",
    "The sure way is the integrations panel of your event in Revento.",
  ],
};

/** The organizer wants to connect an event (contract 3.2). */
export const GET = handle({ actor: "anyone", refuse: brokenAnswer }, (_, request) => {
  const given = new URL(request.url).searchParams.getAll("event_id");
  if (given.length === 0) return chooseInRevento();
  const eventId = given.length === 1 ? findEventId(given[0] ?? "") : null;
  return eventId === null ? messageAnswer(NO_EVENT_ID) : leaveForConsent(eventId);
});

/** Where one's events are is Revento's; where its address is not known, words say it. */
function chooseInRevento(): Response {
  const address = organizerAddress();
  return address
    ? new Response(null, { status: 303, headers: { Location: address } })
    : messageAnswer(WHICH_EVENT);
}

const SUSPENDED: Message = {
  status: 503,
  title: "Revento has suspended Foyer",
  text: [
    "No event can be connected for now, yours or anybody's. Foyer's staff know of it.",
    "What Foyer has read before stays where it is, and nothing of it is deleted before the day that your event's pages name. Try again later: Foyer asks Revento each time.",
  ],
  next: html`<a class="button primary" href="/events">Your events</a>`,
};

async function leaveForConsent(eventId: string): Promise<Response> {
  if (await suspensionNow()) return messageAnswer(SUSPENDED);
  const { redirectTo, cookie } = await startConnect(eventId);
  return new Response(null, {
    status: 303,
    headers: {
      Location: redirectTo,
      "Set-Cookie": attemptCookie(cookie),
      "Cache-Control": "no-store",
    },
  });
}
