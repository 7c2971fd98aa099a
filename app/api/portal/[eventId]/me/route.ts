import { getMe } from "@/lib/portal/get-me";
import { handleInPortal } from "@/lib/portal-http";

export const GET = handleInPortal((visitor) => getMe(visitor));
