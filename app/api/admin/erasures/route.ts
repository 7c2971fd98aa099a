import { listErasures } from "@/lib/console/list-erasures";
import { handleInConsole } from "@/lib/http/handle-in-console";

export const GET = handleInConsole((actor) => listErasures(actor));
