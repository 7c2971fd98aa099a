import { checkInstallationsNow } from "@/lib/console/check-installations-now";
import { getLatestCheck } from "@/lib/console/get-latest-check";
import { handleInConsole } from "@/lib/http/handle-in-console";
import { KIB } from "@/lib/read-text";

export const GET = handleInConsole((actor) => getLatestCheck(actor));
export const POST = handleInConsole({ body: 16 * KIB }, (actor, input) =>
  checkInstallationsNow(actor, input),
);
