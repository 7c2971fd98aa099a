import { handle } from "@/lib/http/handle";
import { redeemHandoff } from "@/lib/portal/sign-in/redeem-handoff";
import { KIB } from "@/lib/read-text";

export const POST = handle({ actor: "visitor", body: 16 * KIB }, async (_, input, params) => {
  const cookie = await redeemHandoff({ ...input, ...params });
  const headers = { "Set-Cookie": cookie, "Cache-Control": "no-store" };
  return new Response(null, { status: 204, headers });
});
