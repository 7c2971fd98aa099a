import { html } from "./html";
import { messageAnswer } from "./message-answer";

/** The page of somebody for whom there was no room just now. `comesBack`: it asks again by itself, in `seconds`. */
export function crowdedAnswer(seconds: number, comesBack: boolean): Response {
  const again = comesBack
    ? "Stay on this page: it opens by itself in a few seconds."
    : "Go back and try again in a few seconds. Nothing was changed.";
  const message = {
    status: 503,
    title: "Many people are here just now",
    text: [again],
    next: html``,
  };
  const retry = { "Retry-After": String(seconds) };
  return messageAnswer(message, comesBack ? { ...retry, Refresh: String(seconds) } : retry);
}
