import { getConsoleOverview } from "@/lib/console/get-console-overview";
import { handleInConsole } from "@/lib/console-http";

export const GET = handleInConsole((actor) => getConsoleOverview(actor));
