/** A file for the browser to keep. `fileName` must need no quoting. */
export function attachment(fileName: string, contentType: string, body: string): Response {
  return new Response(body, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
