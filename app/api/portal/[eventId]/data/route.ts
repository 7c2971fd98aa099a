import { handleInPortal } from "@/lib/http/handle-in-portal";
import { getMyDataExcerpt } from "@/lib/portal/get-my-data";

export const GET = handleInPortal((visitor) => getMyDataExcerpt(visitor));
