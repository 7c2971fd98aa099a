import { busyAnswer } from "@/app/message/busy-answer";
import { buttonLink, messageAnswer } from "@/app/message/message-answer";
import { isBusy } from "@/lib/is-busy";
import { logOf } from "@/lib/log";

/** What a person sees of an error nobody expected; the log has its cause. */
export function brokenAnswer(err: unknown): Response {
  const next = buttonLink("/events", "Your events", "primary");
  if (isBusy(err)) return busyAnswer(next);
  logOf("connect").error({ err }, "a connect failed");
  return messageAnswer({
    status: 500,
    title: "Something went wrong on our side",
    text: [
      "The connection could not be finished here, and it was logged.",
      "Start again from the integrations panel of your event in Revento.",
    ],
    next,
  });
}
