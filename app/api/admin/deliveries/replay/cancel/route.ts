import { cancelReplay } from "@/lib/console/cancel-replay";
import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";

export const POST = handle({ actor: "operator", body: 16 * KIB }, (actor, input) =>
  cancelReplay(actor, input),
);
