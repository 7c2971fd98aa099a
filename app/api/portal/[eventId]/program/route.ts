import { NO_STORE } from "@/lib/http/error-answer";
import { handle } from "@/lib/http/handle";
import { listProgramForParticipant } from "@/lib/portal/list-program-for-participant";

/** One answer for everybody at one version; a page that knows it is told so (RFC 9110 13.1.2). No browser keeps it. */
export const GET = handle({ actor: "participant" }, async (visitor, { headers: asked }) => {
  const { json, etag } = await listProgramForParticipant(visitor);
  const headers = { ETag: etag, ...NO_STORE };
  if (asked.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(json, { headers: { ...headers, "Content-Type": "application/json" } });
});
