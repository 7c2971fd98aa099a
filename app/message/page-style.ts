/**
 * The look of components/shell/message-page with the colours of app/globals.css. These pages bring
 * their style along, because only a route handler can answer with a status of its own, and it does
 * not know where Next puts its stylesheet.
 */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --canvas: #f6f1e8; --surface: #fffdf9; --edge: #8f8070;
  --ink: #2a201a; --soft: #65574b; --accent: #96401a; --accent-hover: #7c3212;
  --on-accent: #ffffff; --focus: #1f5fbf; --flash: #ffe3a8; --good: #1c5a37;
  --good-tint: #daf0e1; --warn: #7d4a00; --warn-tint: #fcefcb; --muted-tint: #e9e4dc; }
@media (prefers-color-scheme: dark) { :root { --canvas: #15110e; --surface: #1e1916;
  --edge: #86776a; --ink: #f4ede4; --soft: #bdae9f; --accent: #f3a672; --accent-hover: #ffbd90;
  --on-accent: #2b1407; --focus: #8fbcff; --flash: #57431a;
  --good: #86d7a5; --good-tint: #163121; --warn: #f5c768; --warn-tint: #392b10;
  --muted-tint: #322c27; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--canvas); color: var(--ink); line-height: 1.6;
  font-family: ui-sans-serif, system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; }
main { display: flex; flex-direction: column; gap: 1.25rem; justify-content: center;
  min-height: 100vh; min-height: 100dvh; max-width: 36rem; margin: auto; padding: 4rem 1.25rem; }
h1, .brand { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia,
  serif; font-weight: 400; }
h1 { font-size: 1.875rem; line-height: 1.2; margin: 0; text-wrap: balance; }
p { margin: 0; color: var(--soft); text-wrap: pretty; overflow-wrap: anywhere; }
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
