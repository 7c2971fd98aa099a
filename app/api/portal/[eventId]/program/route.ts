import { handle } from "@/lib/http/handle";
import { listProgramForParticipant } from "@/lib/portal/list-program-for-participant";

/** One answer for everybody at one version, which a browser asks about before it uses it again (RFC 9110 13.1.2). */
export const GET = handle({ actor: "participant" }, async (visitor, { headers: asked }) => {
  const { json, etag } = await listProgramForParticipant(visitor);
  const headers = { ETag: etag, "Cache-Control": "private, no-cache", Vary: "Cookie" };
  if (asked.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(json, { headers: { ...headers, "Content-Type": "application/json" } });
});
