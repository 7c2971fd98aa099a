import { replayDeliveries } from "@/lib/console/replay-deliveries";
import { handleInConsole } from "@/lib/console-http";

export const POST = handleInConsole(async (actor, request) =>
  replayDeliveries(actor, await request.json()),
);
