import { listUnknownTypes } from "@/lib/console/list-unknown-types";
import { handleInConsole } from "@/lib/console-http";

export const GET = handleInConsole((actor) => listUnknownTypes(actor));
