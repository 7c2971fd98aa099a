import { clearedAttemptCookie, readAttemptCookie } from "@/app/connect/attempt-cookie";
import { brokenAnswer } from "@/app/connect/broken-answer";
import { REFUSAL_WORDS } from "@/app/connect/refusal-words";
import { Html } from "@/app/message/html";
import { buttonLink, messageAnswer } from "@/app/message/message-answer";
import { ConnectRefusal } from "@/lib/connections/connect-refusal";
import { type Connected, finishConnect } from "@/lib/connections/finish-connect";
import { readCallback } from "@/lib/connections/read-callback";
import { env } from "@/lib/env";
import { handle, notAllowed } from "@/lib/http/handle";
import { sessionCookie } from "@/lib/session-cookie";

/** Revento sends the organizer back (contract 3.2, 3.7). */
export const GET = handle({ actor: "browser", refuse: refusalAnswer }, async (actor, request) => {
  const callback = readCallback(new URL(request.url).searchParams);
  const browser = readAttemptCookie(request, callback.state);
  const connected = await finishConnect(actor, callback, browser);
  const answer = connectedAnswer(connected);
  answer.headers.append("Set-Cookie", sessionCookie(connected.session));
  answer.headers.append("Set-Cookie", clearedAttemptCookie(callback.state));
  return answer;
});

/** Whoever only looks at the address, as previews of links do, must not spend the attempt in it. */
export const HEAD = notAllowed("GET");

function connectedAnswer({ eventId, missingScopes }: Connected): Response {
  const dashboard = `${env().APP_URL}/events/${eventId}`;
  if (missingScopes.length === 0) {
    const headers = { Location: dashboard, "Cache-Control": "no-store" };
    return new Response(null, { status: 303, headers });
  }
  const open = buttonLink(dashboard, "Open the event", "primary");
  const again = buttonLink(connectUrl(eventId), "Connect again with the program", "plain");
  return messageAnswer({
    status: 200,
    isDone: true,
    title: "Connected, without the program",
    text: [
      "You let Foyer read the event and its participants, and left out its program. Everything but the program works.",
      "You can allow it at any time by connecting once more.",
    ],
    detail: `not granted: ${missingScopes.join(" ")}`,
    next: new Html(open.markup + again.markup),
  });
}

/** Absolute: whoever came over another name of this machine has their cookies on that one. */
function connectUrl(eventId: string | undefined): string {
  return `${env().APP_URL}/connect${eventId ? `?event_id=${eventId}` : ""}`;
}

function nextSteps(eventId: string | undefined): Html {
  const steps = [
    buttonLink(connectUrl(eventId), "Try again", "primary"),
    buttonLink("/events", "Your events", "plain"),
  ];
  return new Html(steps.map((step) => step.markup).join(""));
}

function refusalAnswer(error: unknown): Response {
  if (!(error instanceof ConnectRefusal)) return brokenAnswer(error);
  const { reason, eventId, said } = error;
  const words = REFUSAL_WORDS[reason];
  const text = said ? [`Revento says: “${said}”`, ...words.text] : words.text;
  const retry: Record<string, string> = words.status === 503 ? { "Retry-After": "30" } : {};
  return messageAnswer({ ...words, text, detail: reason, next: nextSteps(eventId) }, retry);
}
