import { beginErasureEarly } from "@/lib/erasures/begin-erasure-early";
import { previewErasureForMember } from "@/lib/erasures/preview-erasure-for-member";
import { handle } from "@/lib/http/handle";

export const GET = handle(
  { actor: "member", permission: "erasure.preview" },
  (actor, _request, { eventId = "" }) => previewErasureForMember(actor, { eventId }),
);

export const POST = handle(
  { actor: "member", permission: "erasure.begin" },
  (actor, _request, { eventId = "" }) => beginErasureEarly(actor, { eventId }),
);
