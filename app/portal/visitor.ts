import { cookies } from "next/headers";
import { cache } from "react";
import { openPortalCookie, portalCookieName } from "@/lib/portal/portal-cookie";
import type { Visitor } from "@/lib/portal/visitor";

/** Who asks for the portal page that is being rendered. */
export const currentVisitor = cache(async (eventId: string): Promise<Visitor> => {
  const store = await cookies();
  return openPortalCookie(store.get(portalCookieName(eventId))?.value, eventId);
});
