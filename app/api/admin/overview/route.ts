import { getConsoleOverview } from "@/lib/console/get-console-overview";
import { handle } from "@/lib/http/handle";

export const GET = handle({ actor: "operator" }, (actor) => getConsoleOverview(actor));
