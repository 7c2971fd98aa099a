import { handle } from "@/lib/http/handle";
import { getAgenda } from "@/lib/portal/get-agenda";

export const GET = handle({ actor: "participant" }, (visitor) => getAgenda(visitor));
