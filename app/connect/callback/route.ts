import { clearedAttemptCookie, readAttemptCookie } from "@/app/connect/attempt-cookie";
import { brokenAnswer } from "@/app/connect/broken-answer";
import { REFUSAL_WORDS } from "@/app/connect/refusal-words";
import { Html } from "@/app/message/html";
import { buttonLink, messageAnswer } from "@/app/message/message-answer";
import { ConnectRefusal } from "@/lib/connections/connect-refusal";
import { type Connected, finishConnect } from "@/lib/connections/finish-connect";
import { readCallback } from "@/lib/connections/read-callback";
import { env } from "@/lib/env";
import { actorOf } from "@/lib/http/handle";
import { sessionCookie } from "@/lib/session-cookie";

/** Revento sends the organizer back (contract 3.2, 3.7). */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  try {
    const callback = readCallback(query);
    const browser = readAttemptCookie(request, callback.state);
    const connected = await finishConnect(await actorOf(request), callback, browser);
    const answer = connectedAnswer(connected);
    answer.headers.append("Set-Cookie", sessionCookie(connected.session));
    answer.headers.append("Set-Cookie", clearedAttemptCookie(callback.state));
    return answer;
  } catch (error) {
    if (error instanceof ConnectRefusal) return refusalAnswer(error);
    return brokenAnswer(error);
  }
}

/** Whoever only looks at the address, as previews of links do, must not spend the attempt in it. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { Allow: "GET" } });
}

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

function refusalAnswer({ reason, eventId }: ConnectRefusal): Response {
  const words = REFUSAL_WORDS[reason];
  const retry: Record<string, string> = words.status === 503 ? { "Retry-After": "30" } : {};
  return messageAnswer({ ...words, detail: reason, next: nextSteps(eventId) }, retry);
}
