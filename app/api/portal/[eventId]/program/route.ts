import { handleInPortal } from "@/lib/http/handle-in-portal";
import { listProgramForParticipant } from "@/lib/portal/list-program-for-participant";

export const GET = handleInPortal((visitor) => listProgramForParticipant(visitor));
