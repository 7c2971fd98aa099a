import { handleInPortal } from "@/lib/http/handle-in-portal";
import { getAgenda } from "@/lib/portal/get-agenda";

export const GET = handleInPortal((visitor) => getAgenda(visitor));
