/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from "hono/jsx";

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 40rem; }
  .mark { font-weight: 700; letter-spacing: .02em; margin: 0 0 1.5rem; }
  h1 { font-size: 1.4rem; line-height: 1.25; }
  button, .button { font: inherit; padding: .6rem 1rem; border-radius: .5rem; cursor: pointer;
    border: 1px solid currentColor; background: none; color: inherit; text-decoration: none;
    display: inline-block; }
  button.primary { background: #4338ca; border-color: #4338ca; color: #fff; }
  form.people button { width: 100%; text-align: start; margin-block-end: .5rem; }
  small { opacity: .75; }
  ul { padding-inline-start: 1.2rem; }
`;

/** The frame of Revento's sign-in and consent pages. */
export function PageFrame({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <html lang="en">
      {/* biome-ignore lint/style/noHeadElement: a page of Hono, not of Next. */}
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title} · Revento sandbox</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <p class="mark">Revento sandbox</p>
        <main>{children}</main>
      </body>
    </html>
  );
}
