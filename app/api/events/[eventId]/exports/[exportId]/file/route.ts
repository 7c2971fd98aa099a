import { contentDisposition } from "@/lib/exports/file-name";
import { writeExport } from "@/lib/exports/write-export";
import { handle } from "@/lib/http";

export const GET = handle(async (actor, _request, { eventId = "", exportId = "" }) => {
  const { name, mediaType, body } = await writeExport(actor, { eventId, exportId });
  return new Response(body, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": contentDisposition(name),
      // Compressing it on the way would hold it back.
      "Cache-Control": "no-store, no-transform",
      "X-Content-Type-Options": "nosniff",
      "X-Accel-Buffering": "no",
    },
  });
});
