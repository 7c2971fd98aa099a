import { cookies } from "next/headers";
import { cache } from "react";
import type { Actor } from "@/lib/members/actor";
import { findSession } from "@/lib/members/find-session";
import { sessionCookieName } from "@/lib/session-cookie";

/** Who asks for the page that is being rendered. */
export const currentActor = cache(async (): Promise<Actor> => {
  const store = await cookies();
  return findSession(store.get(sessionCookieName())?.value);
});
