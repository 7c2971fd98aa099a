/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Platform } from "../platform/platform";
import type { SandboxEnv } from "../sandbox-env";
import { takeNote } from "./note-cookie";
import { PageFrame } from "./page-frame";
import { currentPerson } from "./person-cookie";

type Page = {
  title: string;
  status?: ContentfulStatusCode;
  bare?: boolean;
  /** The only other site this page may show in a frame. */
  frames?: string | undefined;
};

/** Answers with a whole page: who is signed in, what the last form came to, and the content. */
export function showPage(
  platform: Platform,
  c: Context<SandboxEnv>,
  page: Page,
  content: Child,
): Response | Promise<Response> {
  const url = new URL(c.req.url);
  c.header("Cache-Control", "no-store");
  c.header("Content-Security-Policy", policyOf(page.frames));
  c.header("X-Content-Type-Options", "nosniff");
  return c.html(
    <PageFrame
      title={page.title}
      bare={page.bare}
      person={currentPerson(platform, c)}
      note={takeNote(c)}
      path={c.req.method === "GET" ? `${url.pathname}${url.search}` : "/"}
    >
      {content}
    </PageFrame>,
    page.status ?? 200,
  );
}

/** Nothing but our own stylesheet. Forms are left out: consent redirects to the integration. */
function policyOf(frames: string | undefined): string {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  if (frames) policy.push(`frame-src ${frames}`);
  return policy.join("; ");
}
