import { checkHealth } from "@/lib/console/check-health";
import { handle } from "@/lib/http/handle";

/** Whether somebody has to look at Foyer: 503 when they have to now. */
export const GET = handle({ actor: "anyone" }, async () => {
  const health = await checkHealth();
  const headers = { "Cache-Control": "no-store" };
  return Response.json(health, { status: health.status === "red" ? 503 : 200, headers });
});

export const dynamic = "force-dynamic";
