import { Html, html } from "./html";
import { type PageScript, pageDocument } from "./page-document";

export type Message = {
  status: number;
  title: string;
  /** One paragraph each. */
  text: string[];
  /** A word for whoever helps. */
  detail?: string | undefined;
  /** It is said to a participant: for them there is nothing at Foyer's start. */
  isForParticipants?: true;
  /** What was asked for has been done. */
  isDone?: true;
  /** What to do next: links or a form. */
  next: Html;
  /** The form changes something. */
  hasForm?: true;
  /** Runs on the page. */
  script?: PageScript;
};

const SIGN = html`<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect width="32" height="32" rx="8"/><path class="door" d="M8 26V14.5a8 8 0 0 1 16 0V26h-3.2V14.5a4.8 4.8 0 0 0-9.6 0V26z"/><path class="light" d="M13.6 26v-9.2a2.4 2.4 0 0 1 4.8 0V26z"/></svg>Foyer`;

/** The sign of Foyer, to the start. */
export const LOGO = html`<a class="brand" href="/" aria-label="Foyer, to the start">${SIGN}</a>`;
const PLAIN_LOGO = html`<span class="brand">${SIGN}</span>`;

/** What kind of message it is, before one reads it: done, refused, or a fault of ours. */
function markOf({ status, isDone }: Message): Html | string {
  if (isDone) return MARKS.done;
  if (status < 400) return "";
  return status < 500 ? MARKS.refused : MARKS.ours;
}

const MARKS = {
  done: html`<svg class="mark done" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true"><circle cx="24" cy="24" r="24"/><path d="M15 25l6 6 12-13"/></svg>`,
  refused: html`<svg class="mark refused" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true"><circle cx="24" cy="24" r="24"/><path d="M24 14v12M24 33v1"/></svg>`,
  ours: html`<svg class="mark ours" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true"><circle cx="24" cy="24" r="24"/><path d="M17 17l14 14M31 17L17 31"/></svg>`,
};

function join(pieces: Html[]): Html {
  return new Html(pieces.map((piece) => piece.markup).join(""));
}

// Whoever is asked for help needs it letter by letter.
const COPY_SCRIPT: PageScript = {
  source: `const copy = document.getElementById("copy");
if (navigator.clipboard) copy.hidden = false;
copy.addEventListener("click", () => {
  navigator.clipboard.writeText(copy.dataset.text).then(() => { copy.textContent = "Copied"; });
});`,
};

function detailOf(detail: string): Html {
  return html`<p class="detail">If you ask for help, say this: <code>${detail}</code> <button class="copy" id="copy" type="button" data-text="${detail}" hidden>Copy</button></p>`;
}

function bodyOf(message: Message): Html {
  const { title, text, detail, isForParticipants, next } = message;
  const said = html`${markOf(message)}
<h1>${title}</h1>
${join(text.map((paragraph) => html`<p>${paragraph}</p>`))}
<div class="actions">${next}</div>
${detail ? detailOf(detail) : ""}`;
  return isForParticipants
    ? html`<div class="hall"><main class="card">${said}</main>
<footer>${PLAIN_LOGO}<p>Foyer shows participants what Revento knows of their event. It cannot change anything there.</p></footer></div>`
    : html`<main>${LOGO}
${said}</main>`;
}

/**
 * A whole page that says one thing and offers the next step, with its exact status: pages of Next
 * always answer 200.
 */
export function messageAnswer(message: Message, extra: Record<string, string> = {}): Response {
  const { title, detail, script, hasForm } = message;
  const scripts = [...(script ? [script] : []), ...(detail ? [COPY_SCRIPT] : [])];
  const referrer = hasForm ? "same-origin" : "no-referrer";
  const page = pageDocument({ title, body: bodyOf(message), scripts, referrer });
  return new Response(page.markup, {
    status: message.status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      ...extra,
    },
  });
}

/** A link that looks like a button. */
export function buttonLink(href: string, label: string, look: "primary" | "plain"): Html {
  return html`<a class="button ${look}" href="${href}">${label}</a>`;
}
