import { replayDeliveries } from "@/lib/console/replay-deliveries";
import { handleInConsole } from "@/lib/http/handle-in-console";
import { KIB } from "@/lib/read-text";

export const POST = handleInConsole({ body: 16 * KIB }, (actor, input) =>
  replayDeliveries(actor, input),
);
