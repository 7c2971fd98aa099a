import { listUnknownTypes } from "@/lib/console/list-unknown-types";
import { handleInConsole } from "@/lib/http/handle-in-console";

export const GET = handleInConsole((actor) => listUnknownTypes(actor));
