import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { SandboxEnv } from "../sandbox-env";

const COOKIE = "revento_note";
const LIFETIME_S = 30;

/** What the last form came to, said once on the next page. */
export type Note = { tone: "done" | "failed"; text: string };

/** Leaves a sentence for the next page of this browser. */
export function leaveNote(c: Context<SandboxEnv>, text: string, tone: Note["tone"] = "done"): void {
  setCookie(c, COOKIE, `${tone}:${text}`, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    maxAge: LIFETIME_S,
  });
}

/** Reads the sentence left for this page and takes it away. */
export function takeNote(c: Context<SandboxEnv>): Note | undefined {
  const saved = getCookie(c, COOKIE);
  if (!saved) return undefined;
  deleteCookie(c, COOKIE, { path: "/" });
  const [tone, ...text] = saved.split(":");
  return { tone: tone === "failed" ? "failed" : "done", text: text.join(":") };
}
