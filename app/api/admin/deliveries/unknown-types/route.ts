import { listUnknownTypes } from "@/lib/console/list-unknown-types";
import { handle } from "@/lib/http/handle";

export const GET = handle({ actor: "operator" }, (actor) => listUnknownTypes(actor));
