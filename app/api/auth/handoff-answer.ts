import { html } from "@/app/message/html";
import { messageAnswer } from "@/app/message/message-answer";

/**
 * Runs in the popup: hands the code to the frame that opened it, and to nobody of another origin.
 * The code does nothing without what only that frame knows.
 */
const SCRIPT = `
const { code } = document.getElementById("handoff").dataset;
if (window.opener) {
  window.opener.postMessage({ type: "foyer:handoff", code }, window.location.origin);
  window.close();
}
`;

/** The end of a sign-in that a frame asked for: the popup hands over a one-time code and closes. */
export function handoffAnswer(code: string): Response {
  return messageAnswer({
    status: 200,
    isDone: true,
    isForParticipants: true,
    title: "You are signed in",
    text: [
      "This window should close by itself. If it stays, close it; if the portal still asks you to sign in, try again there.",
    ],
    next: html`<span id="handoff" data-code="${code}"></span>`,
    script: { source: SCRIPT },
  });
}
