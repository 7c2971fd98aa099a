import { previewReplay } from "@/lib/console/preview-replay";
import { handleInConsole } from "@/lib/console-http";

export const POST = handleInConsole(async (actor, request) =>
  previewReplay(actor, await request.json()),
);
