import { handleInConsole } from "@/lib/http/handle-in-console";
import { getOwnSession } from "@/lib/operators/get-own-session";

export const GET = handleInConsole((actor) => getOwnSession(actor));
