import { getConsoleActivity } from "@/lib/console/get-console-activity";
import { handle } from "@/lib/http/handle";

export const GET = handle({ actor: "operator" }, (actor) => getConsoleActivity(actor));
