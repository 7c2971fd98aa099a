import { handle } from "@/lib/http/handle";
import { listProgramForParticipant } from "@/lib/portal/list-program-for-participant";

export const GET = handle({ actor: "participant" }, (visitor) =>
  listProgramForParticipant(visitor),
);
