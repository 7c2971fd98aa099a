import { handleAtPortalDoor } from "@/lib/http/handle-in-portal";
import { redeemHandoff } from "@/lib/portal/sign-in/redeem-handoff";
import { KIB } from "@/lib/read-text";

export const POST = handleAtPortalDoor({ body: 16 * KIB }, async (_, input, params) => {
  const cookie = await redeemHandoff({ ...input, ...params });
  const headers = { "Set-Cookie": cookie, "Cache-Control": "no-store" };
  return new Response(null, { status: 204, headers });
});
