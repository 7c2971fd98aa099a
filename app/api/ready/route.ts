import { checkReadiness } from "@/lib/check-readiness";
import { handle } from "@/lib/http/handle";

/** Readiness: database, migrations and worker. */
export const GET = handle({ actor: "anyone" }, async () => {
  const readiness = await checkReadiness();
  const headers = { "Cache-Control": "no-store" };
  return Response.json(readiness, { status: readiness.ready ? 200 : 503, headers });
});

export const dynamic = "force-dynamic";
