import { handle } from "@/lib/http/handle";
import { clearedTabCookie } from "@/lib/portal/portal-cookie";
import { redeemHandoff } from "@/lib/portal/sign-in/redeem-handoff";
import { KIB } from "@/lib/read-text";

export const POST = handle({ actor: "visitor", body: 16 * KIB }, async (_, input, params) => {
  const cookie = await redeemHandoff({ ...input, ...params });
  const headers = new Headers({ "Set-Cookie": cookie, "Cache-Control": "no-store" });
  headers.append("Set-Cookie", clearedTabCookie(params.eventId ?? ""));
  return new Response(null, { status: 204, headers });
});
