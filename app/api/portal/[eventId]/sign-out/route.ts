import { handle } from "@/lib/http/handle";
import { clearedPortalCookies } from "@/lib/portal/portal-cookie";
import { signOut } from "@/lib/portal/sign-out";
import { KIB } from "@/lib/read-text";

export const POST = handle({ actor: "participant", body: 16 * KIB }, async (visitor, input) => {
  await signOut(visitor, input);
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const cookie of clearedPortalCookies(visitor.eventId)) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 204, headers });
});
