import { type Sight, sightOf } from "@/lib/members/sight-view";
import type { Member } from "@/lib/members/with-permission";

/** Who reads a list: what of people they see, and whose own ratings are meant. */
export type Reader = Pick<Member, "memberId" | "sight" | "isReviewed">;

/** Sees everything, and has rated nothing. */
export const NOBODY: Reader = {
  memberId: "00000000-0000-0000-0000-000000000000",
  sight: sightOf("everything"),
  isReviewed: true,
};

const OF_OWN: readonly string[] = ["own-rating", "second-look"];
const OF_OTHERS: readonly string[] = ["rating", "spread", "reviews"];

/** What of a reader the answer to a question about these fields depends on: who it is, or only what they see. */
export function sharedBy(
  { memberId, sight }: Reader,
  fields: readonly string[],
): { sight: Sight; memberId?: string } {
  const isOwn = (field: string) =>
    OF_OWN.includes(field) || (sight.ratings === "given" && OF_OTHERS.includes(field));
  return fields.some(isOwn) ? { sight, memberId } : { sight };
}
