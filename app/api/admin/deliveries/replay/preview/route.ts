import { previewReplay } from "@/lib/console/preview-replay";
import { handleInConsole } from "@/lib/http/handle-in-console";
import { KIB } from "@/lib/read-text";

export const POST = handleInConsole({ body: 16 * KIB }, (actor, input) =>
  previewReplay(actor, input),
);
