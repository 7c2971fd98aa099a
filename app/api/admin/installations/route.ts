import { checkInstallationsNow } from "@/lib/console/check-installations-now";
import { getLatestCheck } from "@/lib/console/get-latest-check";
import { handleInConsole } from "@/lib/console-http";

export const GET = handleInConsole((actor) => getLatestCheck(actor));
export const POST = handleInConsole(async (actor, request) =>
  checkInstallationsNow(actor, await request.json()),
);
