import { handleInConsole } from "@/lib/console-http";
import { getOwnSession } from "@/lib/operators/get-own-session";

export const GET = handleInConsole((actor) => getOwnSession(actor));
