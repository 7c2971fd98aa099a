import { handle } from "@/lib/http/handle";
import { clearedFramedCookie, clearedTabCookie } from "@/lib/portal/portal-cookie";
import { signOut } from "@/lib/portal/sign-out";
import { KIB } from "@/lib/read-text";

export const POST = handle({ actor: "participant", body: 16 * KIB }, async (visitor, input) => {
  await signOut(visitor, input);
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const cleared of [clearedTabCookie, clearedFramedCookie]) {
    headers.append("Set-Cookie", cleared(visitor.eventId));
  }
  return new Response(null, { status: 204, headers });
});
