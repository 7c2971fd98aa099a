import { checkHealth } from "@/lib/erasures/check-health";

/** Whether somebody has to look at Foyer: 503 when they have to now. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  const headers = { "Cache-Control": "no-store" };
  return Response.json(health, { status: health.status === "red" ? 503 : 200, headers });
}

export const dynamic = "force-dynamic";
