import { replayDeliveries } from "@/lib/console/replay-deliveries";
import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";

export const POST = handle({ actor: "operator", body: 64 * KIB }, (actor, input) =>
  replayDeliveries(actor, input),
);
