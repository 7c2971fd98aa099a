import { handle } from "@/lib/http/handle";
import { getOwnSession } from "@/lib/operators/get-own-session";

export const GET = handle({ actor: "operator" }, (actor) => getOwnSession(actor));
