import { previewReplay } from "@/lib/console/preview-replay";
import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";

export const POST = handle({ actor: "operator", body: 16 * KIB }, (actor, input) =>
  previewReplay(actor, input),
);
