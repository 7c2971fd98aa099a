import { handle } from "@/lib/http/handle";
import { getMyDataExcerpt } from "@/lib/portal/get-my-data";

export const GET = handle({ actor: "participant" }, (visitor) => getMyDataExcerpt(visitor));
