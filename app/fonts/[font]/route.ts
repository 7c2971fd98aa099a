import { readFile } from "node:fs/promises";
import path from "node:path";
import { PAGE_FONTS } from "@/app/message/page-fonts";
import { AppError } from "@/lib/errors";
import { handle } from "@/lib/http/handle";

/** A font of the pages of app/message, which Next does not know. */
export const GET = handle({ actor: "anyone" }, async (_actor, _request, { font = "" }) => {
  const known = Object.hasOwn(PAGE_FONTS, font) ? PAGE_FONTS[font] : undefined;
  if (!known) throw new AppError("not_found", "There is no such font.");
  return new Response(await readFile(path.join(process.cwd(), known.file)), {
    headers: { "Content-Type": "font/woff2", "Cache-Control": "public, max-age=2592000" },
  });
});
