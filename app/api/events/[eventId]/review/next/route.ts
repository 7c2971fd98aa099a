import { handle } from "@/lib/http/handle";
import { claimNextInEvent } from "@/lib/reviews/claim-next-in-event";

export const POST = handle(
  { actor: "member", permission: "reviews.write" },
  async (actor, _, params) => (await claimNextInEvent(actor, params)) ?? undefined,
);
