import { FONT_FACES } from "./page-fonts";

/**
 * The look of components/shell/message-page with the colours of app/globals.css. These pages bring
 * their style along, because only a route handler can answer with a status of its own, and it does
 * not know where Next puts its stylesheet and fonts.
 */
export const PAGE_STYLE = `
${FONT_FACES}
:root { color-scheme: light dark; --canvas: light-dark(#f6f1e8, #15110e);
  --surface: light-dark(#fffdf9, #1e1916); --line: light-dark(#e1d6c5, #362d27);
  --edge: light-dark(#8f8070, #86776a); --ink: light-dark(#2a201a, #f4ede4);
  --soft: light-dark(#65574b, #bdae9f); --accent: light-dark(#96401a, #f3a672);
  --accent-hover: light-dark(#7c3212, #ffbd90); --on-accent: light-dark(#ffffff, #2b1407);
  --focus: light-dark(#1f5fbf, #8fbcff); --flash: light-dark(#ffe3a8, #57431a);
  --good: light-dark(#1c5a37, #86d7a5); --good-tint: light-dark(#daf0e1, #163121);
  --warn: light-dark(#7d4a00, #f5c768); --warn-tint: light-dark(#fcefcb, #392b10);
  --muted-tint: light-dark(#e9e4dc, #322c27); }
:root[data-theme="light"] { color-scheme: light; } :root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--canvas); color: var(--ink); line-height: 1.6;
  font-family: Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
  font-feature-settings: "cv05", "ss03"; }
main { display: flex; flex-direction: column; gap: 1.25rem; justify-content: center;
  min-height: 100vh; min-height: 100dvh; max-width: 36rem; margin: auto; padding: 4rem 1.25rem; }
h1, .brand { font-family: Fraunces, Georgia, "Noto Serif", serif; font-weight: 400; }
h1 { font-size: 1.625rem; line-height: 1.23; margin: 0; text-wrap: balance; }
p { margin: 0; color: var(--soft); text-wrap: pretty; overflow-wrap: anywhere; }
.hall { display: flex; flex-direction: column; min-height: 100vh; min-height: 100dvh;
  max-width: 64rem; margin: auto; padding: 1.5rem 1.25rem; gap: 2.5rem; }
.card { flex: none; min-height: 0; margin: auto; width: 100%; padding: 1.25rem;
  border: 1px solid var(--line); border-radius: 1rem; background: var(--surface); }
@media (min-width: 40rem) { .card { padding: 2rem; } }
footer { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem;
  border-top: 1px solid var(--line); padding-top: 1.25rem; }
footer p { flex: 1; min-width: 12rem; font-size: 0.875rem; }
.copy { font: inherit; color: var(--accent); background: none; border: 0; padding: 0.25rem;
  cursor: pointer; text-decoration: underline; text-underline-offset: 4px; }
.actions:empty { display: none; }
.detail { font-size: 0.8125rem; } code { font-size: 0.8125rem; user-select: all; }
.mark { stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.mark path { fill: none; stroke: currentColor; } .mark circle { fill: var(--mark-tint); }
.done { color: var(--good); --mark-tint: var(--good-tint); }
.refused { color: var(--warn); --mark-tint: var(--warn-tint); }
.ours { color: var(--soft); --mark-tint: var(--muted-tint); }
.brand { display: inline-flex; align-items: center; gap: 0.625rem; width: fit-content;
  color: inherit; font-size: 1.25rem; text-decoration: none; }
.brand rect { fill: var(--accent); } .brand .door { fill: var(--on-accent); }
.brand .light { fill: var(--flash); }
.actions, form { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; }
form { flex: 1; }
label { display: grid; gap: 0.25rem; flex: 1 1 14rem; font-size: 0.875rem; }
input, .button { min-height: 2.75rem; border-radius: 0.625rem; border: 1px solid var(--edge);
  padding: 0 0.875rem; font: inherit; background: var(--surface); color: var(--ink); }
input { width: 100%; }
.button { display: inline-flex; align-items: center; font-size: 0.875rem; font-weight: 500;
  text-decoration: none; cursor: pointer; }
.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.primary:hover { background: var(--accent-hover); border-color: var(--accent-hover); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
`;
