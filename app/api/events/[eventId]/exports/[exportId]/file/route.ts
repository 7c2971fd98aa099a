import { contentDisposition } from "@/lib/exports/file-name";
import { writeExport } from "@/lib/exports/write-export";
import { handle } from "@/lib/http/handle";

export const GET = handle(
  { actor: "member", permission: "people.export" },
  async (actor, request, { eventId = "", exportId = "" }) => {
    const { name, mediaType, body } = await writeExport(actor, { eventId, exportId });
    // Whoever asks for the headers alone takes nobody's place.
    const isRead = request.method !== "HEAD";
    if (!isRead) await body.cancel();
    return new Response(isRead ? body : null, {
      headers: {
        "Content-Type": mediaType,
        "Content-Disposition": contentDisposition(name),
        // Compressing it on the way would hold it back.
        "Cache-Control": "no-store, no-transform",
        "X-Content-Type-Options": "nosniff",
        "X-Accel-Buffering": "no",
      },
    });
  },
);
