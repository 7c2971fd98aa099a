import { clearedPortalCookies } from "@/lib/portal/portal-cookie";
import { signOut } from "@/lib/portal/sign-out";
import { handleInPortal } from "@/lib/portal-http";

export const POST = handleInPortal(async (visitor, request) => {
  await signOut(visitor, await request.json());
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const cookie of clearedPortalCookies(visitor.eventId)) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 204, headers });
});
