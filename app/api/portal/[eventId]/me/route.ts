import { handle } from "@/lib/http/handle";
import { getMe } from "@/lib/portal/get-me";

export const GET = handle({ actor: "participant" }, (visitor) => getMe(visitor));
