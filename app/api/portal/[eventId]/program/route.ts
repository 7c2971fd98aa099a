import { listProgramForParticipant } from "@/lib/portal/list-program-for-participant";
import { handleInPortal } from "@/lib/portal-http";

export const GET = handleInPortal((visitor) => listProgramForParticipant(visitor));
