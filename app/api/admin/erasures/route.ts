import { listErasures } from "@/lib/console/list-erasures";
import { handleInConsole } from "@/lib/console-http";

export const GET = handleInConsole((actor) => listErasures(actor));
