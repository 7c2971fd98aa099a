import { listErasures } from "@/lib/console/list-erasures";
import { handle } from "@/lib/http/handle";

export const GET = handle({ actor: "operator" }, (actor) => listErasures(actor));
