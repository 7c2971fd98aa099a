import { previewErasureForMember } from "@/lib/erasures/preview-erasure-for-member";
import { handle } from "@/lib/http/handle";

export const GET = handle(
  { actor: "member", permission: "erasure.preview" },
  (actor, _request, { eventId = "" }) => previewErasureForMember(actor, { eventId }),
);
