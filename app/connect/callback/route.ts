import { clearedAttemptCookie, readAttemptCookie } from "@/app/connect/attempt-cookie";
import { brokenAnswer } from "@/app/connect/broken-answer";
import { Html } from "@/app/connect/html";
import { buttonLink, messageAnswer } from "@/app/connect/message-answer";
import { REFUSAL_WORDS } from "@/app/connect/refusal-words";
import { ConnectRefusal } from "@/lib/connections/connect-refusal";
import { finishConnect } from "@/lib/connections/finish-connect";
import { readCallback } from "@/lib/connections/read-callback";
import { env } from "@/lib/env";
import { actorOf } from "@/lib/http";
import { sessionCookie } from "@/lib/session-cookie";

/** Revento sends the organizer back (contract 3.2, 3.7). */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  try {
    const callback = readCallback(query);
    const browser = readAttemptCookie(request, callback.state);
    const { eventId, session } = await finishConnect(await actorOf(request), callback, browser);
    const headers = new Headers({
      Location: `${env().APP_URL}/events/${eventId}`,
      "Cache-Control": "no-store",
    });
    headers.append("Set-Cookie", sessionCookie(session));
    headers.append("Set-Cookie", clearedAttemptCookie(callback.state));
    return new Response(null, { status: 303, headers });
  } catch (error) {
    if (error instanceof ConnectRefusal) return refusalAnswer(error);
    return brokenAnswer(error);
  }
}

function nextSteps(eventId: string | undefined): Html {
  // Absolute: whoever came over another name of this machine has their cookies on that one.
  const again = `${env().APP_URL}/connect${eventId ? `?event_id=${eventId}` : ""}`;
  const steps = [
    buttonLink(again, "Try again", "primary"),
    buttonLink("/events", "Your events", "plain"),
  ];
  return new Html(steps.map((step) => step.markup).join(""));
}

function refusalAnswer({ reason, eventId }: ConnectRefusal): Response {
  const words = REFUSAL_WORDS[reason];
  const retry: Record<string, string> = words.status === 503 ? { "Retry-After": "30" } : {};
  return messageAnswer({ ...words, detail: reason, next: nextSteps(eventId) }, retry);
}
