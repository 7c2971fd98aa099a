import { busyAnswer } from "@/app/message/busy-answer";
import { Html } from "@/app/message/html";
import { buttonLink, messageAnswer } from "@/app/message/message-answer";
import { env } from "@/lib/env";
import { isBusy } from "@/lib/is-busy";
import type { SignInAttempt } from "@/lib/portal/sign-in/sign-in-attempt";
import type { SignInRefusalReason } from "@/lib/portal/sign-in/sign-in-refusal";
import { SIGN_IN_WORDS } from "./sign-in-words";

/** The page that says why somebody is not signed in. Without an attempt nobody knows to which event. */
export function refusedAnswer(reason: SignInRefusalReason, attempt?: SignInAttempt): Response {
  const words = SIGN_IN_WORDS[reason];
  const retry: Record<string, string> = words.status === 503 ? { "Retry-After": "30" } : {};
  const next = attempt && reason !== "not_connected" ? buttonsOf(attempt) : new Html("");
  return messageAnswer({ ...words, detail: reason, isForParticipants: true, next }, retry);
}

/** A browser that came over another name of this machine has its cookies on that one: absolute. */
function buttonsOf({ eventId, challenge }: SignInAttempt): Html {
  const portal = `${env().APP_URL}/portal/${eventId}`;
  if (challenge) {
    return buttonLink(`${portal}/sign-in?challenge=${challenge}`, "Try again", "primary");
  }
  const again = buttonLink(`${portal}/sign-in`, "Try again", "primary");
  return new Html(again.markup + buttonLink(portal, "Back to the event", "plain").markup);
}

/** Revento or Foyer has much to do; the page asks again by itself, and the sign-in goes on meanwhile. */
export function waitingAnswer(): Response {
  return messageAnswer(
    {
      status: 200,
      title: "Signing you in…",
      text: [
        "Many people are signing in just now. Stay on this page: it goes on by itself in a few seconds.",
      ],
      isForParticipants: true,
      next: new Html(""),
    },
    { Refresh: "2" },
  );
}

/** Signed in, but with a smaller scope than the portal asked for (contract 3.6). */
export function smallerScopeAnswer({ eventId, returnTo }: SignInAttempt): Response {
  const open = buttonLink(`${env().APP_URL}${returnTo}`, "Open the portal", "primary");
  const again = buttonLink(`${env().APP_URL}/portal/${eventId}/sign-in`, "Allow it", "plain");
  return messageAnswer({
    status: 200,
    isDone: true,
    title: "Signed in, without your application",
    text: [
      "You said who you are, and left your application out. The program, your agenda and your data work without it.",
      "You can allow it at any time by signing in once more.",
    ],
    detail: "not granted: event.attendance",
    isForParticipants: true,
    next: new Html(open.markup + again.markup),
  });
}

/** What a person sees of an error nobody expected; the log has its cause. */
export function brokenAnswer(error?: unknown): Response {
  const next = new Html("");
  if (isBusy(error)) return busyAnswer(next);
  return messageAnswer({
    status: 500,
    title: "Something went wrong on our side",
    text: [
      "You could not be signed in, and it was logged. Go back to your event's portal, and try again in a moment.",
    ],
    isForParticipants: true,
    next,
  });
}
