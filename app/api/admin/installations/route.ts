import { checkInstallationsNow } from "@/lib/console/check-installations-now";
import { getLatestCheck } from "@/lib/console/get-latest-check";
import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";

export const GET = handle({ actor: "operator" }, (actor) => getLatestCheck(actor));
export const POST = handle({ actor: "operator", body: 16 * KIB }, (actor, input) =>
  checkInstallationsNow(actor, input),
);
