import { redeemHandoff } from "@/lib/portal/sign-in/redeem-handoff";
import { handleInPortal } from "@/lib/portal-http";
import { readText } from "@/lib/read-text";

export const POST = handleInPortal(async (_, request, params) => {
  const cookie = await redeemHandoff({ ...JSON.parse(await readText(request)), ...params });
  const headers = { "Set-Cookie": cookie, "Cache-Control": "no-store" };
  return new Response(null, { status: 204, headers });
});
