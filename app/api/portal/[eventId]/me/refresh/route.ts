import { handleInPortal } from "@/lib/http/handle-in-portal";
import { refreshMe } from "@/lib/portal/get-me";

export const POST = handleInPortal((visitor) => refreshMe(visitor));
