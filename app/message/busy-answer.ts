import type { Html } from "./html";
import { messageAnswer } from "./message-answer";

/** The page of what could not be done just now, and may go well in a moment. */
export function busyAnswer(next: Html): Response {
  return messageAnswer(
    {
      status: 503,
      title: "Foyer is busy just now",
      text: ["Too much is going on with this event at the moment. Try again in a few seconds."],
      next,
    },
    { "Retry-After": "5" },
  );
}
