import { checkReadiness } from "@/lib/check-readiness";

/** Readiness: database, migrations and worker. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  const headers = { "Cache-Control": "no-store" };
  return Response.json(readiness, { status: readiness.ready ? 200 : 503, headers });
}

export const dynamic = "force-dynamic";
