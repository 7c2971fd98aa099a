import { handle } from "@/lib/http/handle";
import { refreshMe } from "@/lib/portal/get-me";

export const POST = handle({ actor: "participant" }, (visitor) => refreshMe(visitor));
