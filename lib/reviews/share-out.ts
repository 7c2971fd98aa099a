/** An application, and who is to review it. */
export type Share = { participantId: string; memberId: string };

/**
 * Gives each application so many of the reviewers, those with the least to do first: of what is shared out, nobody gets
 * more than one above anybody else who had as little before.
 */
export function shareOut(
  participantIds: readonly string[],
  reviewers: readonly string[],
  perApplication: number,
  before: ReadonlyMap<string, number>,
): Share[] {
  const loads = new Map(reviewers.map((id) => [id, before.get(id) ?? 0]));
  const load = (id: string) => loads.get(id) ?? 0;
  return participantIds.flatMap((participantId) => {
    const least = [...reviewers].sort((one, other) => load(one) - load(other));
    return least.slice(0, perApplication).map((memberId) => {
      loads.set(memberId, load(memberId) + 1);
      return { participantId, memberId };
    });
  });
}
