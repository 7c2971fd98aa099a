import { getMyDataExcerpt } from "@/lib/portal/get-my-data";
import { handleInPortal } from "@/lib/portal-http";

export const GET = handleInPortal((visitor) => getMyDataExcerpt(visitor));
