import { redeemHandoff } from "@/lib/portal/sign-in/redeem-handoff";
import { handleInPortal } from "@/lib/portal-http";

export const POST = handleInPortal(async (_, request, params) => {
  const cookie = await redeemHandoff({ ...(await request.json()), ...params });
  const headers = { "Set-Cookie": cookie, "Cache-Control": "no-store" };
  return new Response(null, { status: 204, headers });
});
