import { refreshMe } from "@/lib/portal/get-me";
import { handleInPortal } from "@/lib/portal-http";

export const POST = handleInPortal((visitor) => refreshMe(visitor));
