import { getAgenda } from "@/lib/portal/get-agenda";
import { handleInPortal } from "@/lib/portal-http";

export const GET = handleInPortal((visitor) => getAgenda(visitor));
