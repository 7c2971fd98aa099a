/** @jsxImportSource hono/jsx */
import { raw } from "hono/html";
import type { PropsWithChildren } from "hono/jsx";
import type { PersonRow } from "../store/rows";
import type { Note } from "./note-cookie";

export type FrameProps = PropsWithChildren<{
  title: string;
  person?: PersonRow | undefined;
  note?: Note | undefined;
  /** Where this page is, so that choosing another person comes back to it. */
  path?: string | undefined;
  /** A page in the middle of something: nothing leads away from it. */
  bare?: boolean | undefined;
}>;

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='9' fill='%230b6a73'/%3E%3Cpath d='M10 24V8h8a5 5 0 0 1 0 10h-8m6 0 6 6' fill='none' stroke='%23fff' stroke-width='3.4' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

/** The frame of every page of Revento: its own brand, so that nobody takes it for the product. */
export function PageFrame({ title, person, note, path, bare, children }: FrameProps) {
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="en">
        {/* biome-ignore lint/style/noHeadElement: this is the whole document, not a page of Next.js */}
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title} · Revento sandbox</title>
          <link rel="icon" href={ICON} />
          <link rel="stylesheet" href="/revento.css" />
        </head>
        <body class={bare ? "bare" : undefined}>
          <header class="top">
            <div class="bar">
              <Brand linked={!bare} />
              {!bare && <Navigation person={person} path={path ?? "/"} />}
            </div>
          </header>
          <main>{children}</main>
          {note && (
            <p class={`note ${note.tone}`} role="status">
              {note.text}
            </p>
          )}
        </body>
      </html>
    </>
  );
}

function Brand({ linked }: { linked: boolean }) {
  const name = "Revento · local sandbox";
  return linked ? (
    <a class="brand" href="/">
      {name}
    </a>
  ) : (
    <span class="brand">{name}</span>
  );
}

function Navigation({ person, path }: { person: PersonRow | undefined; path: string }) {
  return (
    <nav class="links" aria-label="Revento">
      <a href="/">Home</a>
      <a href="/developer">Developer console</a>
      <a class="who" href={`/who?next=${encodeURIComponent(path)}`}>
        {person ? <bdi>{person.name}</bdi> : "Who are you?"}
        {person && <span class="hint"> · switch</span>}
      </a>
    </nav>
  );
}
