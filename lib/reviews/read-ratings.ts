import type { Tx } from "@/lib/db";
import type { Sight } from "@/lib/members/sight-view";
import type { Member } from "@/lib/members/with-permission";
import { maskChanges } from "@/lib/participants/mask";
import { viewChanges } from "@/lib/participants/read-history";
import type { RatingsView, RatingView, RevisionView } from "./rating-view";

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
  const seen = rows.find((row) => row.memberId === member.memberId && row.isGiven)?.seenChange;
  const revisions = seen === undefined ? [] : await readRevisions(db, of, seen, member.sight);
  if (member.sight.ratings !== "all" && !own?.isGiven) {
    return { own, others: [], revisions, isHidden: true, count: null, average: null, spread: null };
  }
  return {
    own,
    revisions,
    others: ratings.filter((rating) => !rating.member.isSelf && rating.isGiven),
    isHidden: false,
    count: summary?.ratingCount ?? 0,
    average: summary?.average ?? null,
    spread: summary?.spread ?? null,
  };
}

const MOST_ENTRIES = 200;
const MOST_REVISIONS = 20;

/** The changes of answers after one of the history, as far as this sight sees them. */
async function readRevisions(db: Tx, of: Of, after: bigint, sight: Sight): Promise<RevisionView[]> {
  const entries = await db.participantHistory.findMany({
    where: { ...of, id: { gt: after } },
    orderBy: { id: "desc" },
    take: MOST_ENTRIES,
    select: { occurredAt: true, changes: true },
  });
  return entries
    .map(({ occurredAt, changes }) => ({
      at: occurredAt.toISOString(),
      answers: maskChanges(sight, viewChanges(changes as Record<string, [unknown, unknown]>))
        .answers,
    }))
    .filter(({ answers }) => Object.keys(answers).length > 0)
    .slice(0, MOST_REVISIONS)
    .reverse();
}
