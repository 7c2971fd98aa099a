import { getConsoleOverview } from "@/lib/console/get-console-overview";
import { handleInConsole } from "@/lib/http/handle-in-console";

export const GET = handleInConsole((actor) => getConsoleOverview(actor));
