export const dynamic = "force-dynamic";

/** Liveness: this process answers. */
export function GET(): Response {
  return Response.json({ ok: true }, { headers: { "Cache-Control": "no-store" } });
}
