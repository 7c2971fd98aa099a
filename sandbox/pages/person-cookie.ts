import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { findPerson } from "../platform/find-person";
import type { Platform } from "../platform/platform";
import type { SandboxEnv } from "../sandbox-env";
import type { PersonRow } from "../store/rows";

const COOKIE = "revento_person";

/** Who sits in front of this browser, as picked on the sign-in page; undefined if nobody did. */
export function currentPerson(platform: Platform, c: Context<SandboxEnv>): PersonRow | undefined {
  const id = getCookie(c, COOKIE);
  return id ? findPerson(platform, id) : undefined;
}

/** Signs this browser in as that person. There are no passwords in a sandbox. */
export function rememberPerson(c: Context<SandboxEnv>, person: PersonRow): void {
  setCookie(c, COOKIE, person.id, { path: "/", httpOnly: true, sameSite: "Lax" });
}

/** Signs this browser out. */
export function forgetPerson(c: Context<SandboxEnv>): void {
  deleteCookie(c, COOKIE, { path: "/" });
}
