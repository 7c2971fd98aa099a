import type { Tx } from "@/lib/db";
import type { Member } from "@/lib/members/with-permission";
import type { RatingsView, RatingView } from "./rating-view";

type Of = { eventId: string; participantId: string };

/** The ratings of an application as a member may see them, the oldest first. */
export async function readRatings(db: Tx, of: Of, member: Member): Promise<RatingsView> {
  const { eventId, participantId } = of;
  const [rows, members, summary] = await Promise.all([
    db.rating.findMany({
      where: { eventId, participantId },
      orderBy: [{ ratedAt: "asc" }, { memberId: "asc" }],
    }),
    db.member.findMany({ where: { eventId }, select: { id: true, name: true } }),
    db.applicationReview.findFirst({ where: { eventId, participantId } }),
  ]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const ratings = rows.map(
    (row): RatingView => ({
      member: {
        id: row.memberId,
        name: names.get(row.memberId) ?? null,
        isSelf: row.memberId === member.memberId,
      },
      scores: row.scores as Record<string, number>,
      isAbstained: row.isAbstained,
      comment: row.comment,
      isGiven: row.isGiven,
      score: row.isGiven ? row.score : null,
      ratedAt: row.ratedAt.toISOString(),
    }),
  );
  const own = ratings.find((rating) => rating.member.isSelf) ?? null;
  if (member.sight.ratings !== "all" && !own?.isGiven) {
    return { own, others: [], isHidden: true, count: null, average: null, spread: null };
  }
  return {
    own,
    others: ratings.filter((rating) => !rating.member.isSelf && rating.isGiven),
    isHidden: false,
    count: summary?.ratingCount ?? 0,
    average: summary?.average ?? null,
    spread: summary?.spread ?? null,
  };
}
