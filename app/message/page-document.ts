import { createHash } from "node:crypto";
import { THEME_COOKIE } from "@/components/ui/theme";
import { Html, html } from "./html";
import { PAGE_STYLE } from "./page-style";

/** A script as it stands on a page; nothing else runs there. */
export type PageScript = { source: string };

type Page = {
  title: string;
  body: Html;
  /** Added to what all of these pages look like. */
  style?: string;
  /** Run after the body was read. */
  scripts?: PageScript[];
  /** Its address, which may hold a code, is told to nobody, or to nobody but us: a form says where it comes from. */
  referrer?: "no-referrer" | "same-origin";
};

// Before the first paint: these pages are drawn by routes that see no cookie.
const THEME_SCRIPT: PageScript = {
  source: `const chosen = /(?:^|; )${THEME_COOKIE}=(light|dark)(?:;|$)/.exec(document.cookie);
if (chosen) document.documentElement.dataset.theme = chosen[1];`,
};

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const markupOf = ({ source }: PageScript) => `<script>${source}</script>`;

/**
 * A whole page that a route draws, outside Next. It loads our fonts and icon and nothing else, and of scripts only
 * those that are written into it run: its policy names each by its SHA-256. The policy is in the page, because the
 * headers of next.config.ts take the place of those a route sets.
 */
export function pageDocument({ title, body, style = "", scripts = [], referrer }: Page): Html {
  const styles = PAGE_STYLE + style;
  const run = [THEME_SCRIPT, ...scripts].map(({ source }) => hashOf(source)).join(" ");
  const policy = `default-src 'none'; img-src 'self'; font-src 'self'; style-src ${hashOf(styles)}; script-src ${run}; base-uri 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${referrer ? html`<meta name="referrer" content="${referrer}">` : ""}
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title} · Foyer</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${new Html(styles)}</style>
${new Html(markupOf(THEME_SCRIPT))}
</head>
<body>
${body}
${new Html(scripts.map(markupOf).join("\n"))}
</body>
</html>
`;
}
