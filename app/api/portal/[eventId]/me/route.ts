import { handleInPortal } from "@/lib/http/handle-in-portal";
import { getMe } from "@/lib/portal/get-me";

export const GET = handleInPortal((visitor) => getMe(visitor));
