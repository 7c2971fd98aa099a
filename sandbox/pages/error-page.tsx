/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { Platform } from "../platform/platform";
import { PlatformError } from "../platform/platform-error";
import type { SandboxEnv } from "../sandbox-env";
import { showPage } from "./show-page";

const HEADINGS: Readonly<Record<number, string>> = {
  400: "That did not work",
  403: "This is not yours to see",
  404: "Nothing is here",
  409: "That is no longer possible",
};

/**
 * Turns what a verb threw into a page in words. Whoever has not said who they are is asked first.
 * Anything but a PlatformError is thrown on.
 */
export function showError(
  platform: Platform,
  c: Context<SandboxEnv>,
  error: Error,
): Response | Promise<Response> {
  if (!(error instanceof PlatformError)) throw error;
  const url = new URL(c.req.url);
  const path = c.req.method === "GET" ? `${url.pathname}${url.search}` : "/";
  if (error.status === 401) return c.redirect(`/who?next=${encodeURIComponent(path)}`, 303);
  const title = HEADINGS[error.status] ?? "That did not work";
  return showPage(
    platform,
    c,
    { title, status: error.status },
    <div class="narrow">
      <h1>{title}</h1>
      <p class="lead">{error.message}</p>
      <p class="actions">
        <a class="button" href={backOf(c)}>
          Back
        </a>
        <a href={`/who?next=${encodeURIComponent(path)}`}>Be somebody else</a>
      </p>
    </div>,
  );
}

/** The page the person came from, if it was one of ours and another one than this. */
function backOf(c: Context<SandboxEnv>): string {
  const referer = c.req.header("referer");
  const here = new URL(c.req.url);
  if (!referer || !URL.canParse(referer)) return "/";
  const from = new URL(referer);
  return from.origin === here.origin && from.href !== here.href
    ? `${from.pathname}${from.search}`
    : "/";
}
