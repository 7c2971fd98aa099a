import type { Context } from "hono";
import type { Platform } from "../platform/platform";
import { PlatformError } from "../platform/platform-error";
import type { SandboxEnv } from "../sandbox-env";
import type { PersonRow } from "../store/rows";
import { currentPerson } from "./person-cookie";

/** Who sits in front of this browser; nobody throws unauthenticated, which asks who they are. */
export function requireCurrentPerson(platform: Platform, c: Context<SandboxEnv>): PersonRow {
  const person = currentPerson(platform, c);
  if (!person) throw new PlatformError(401, "unauthenticated", "Say who you are first.");
  return person;
}
