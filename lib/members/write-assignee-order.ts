import type { Tx } from "@/lib/db";

/** As many as a statement can name with room to spare. */
const BATCH = 5_000;

/** Writes down by whom these applications are ordered: the first of those who are to review them, by name. */
export async function writeAssigneeOrder(
  db: Tx,
  eventId: string,
  participantIds: readonly string[],
): Promise<void> {
  const members = await db.member.findMany({
    where: { eventId },
    select: { id: true, name: true },
  });
  const orderOf = new Map(members.map(({ id, name }) => [id, name?.toLowerCase() ?? id]));
  for (let from = 0; from < participantIds.length; from += BATCH) {
    const ids = participantIds.slice(from, from + BATCH);
    const assigned = await db.assignment.findMany({
      where: { eventId, participantId: { in: ids } },
      select: { participantId: true, memberId: true },
    });
    const orders = new Map<string, string | null>(ids.map((id) => [id, null]));
    for (const { participantId, memberId } of assigned) {
      const order = orderOf.get(memberId) ?? memberId;
      const first = orders.get(participantId) ?? null;
      if (first === null || order < first) orders.set(participantId, order);
    }
    await db.applicationReview.createMany({
      data: ids.map((participantId) => ({ eventId, participantId })),
      skipDuplicates: true,
    });
    for (const [assigneeOrder, alike] of Map.groupBy(ids, (id) => orders.get(id) ?? null)) {
      await db.applicationReview.updateMany({
        where: { eventId, participantId: { in: alike } },
        data: { assigneeOrder },
      });
    }
  }
}

/** {@link writeAssigneeOrder} for all that a member is to review. */
export async function writeOrderOfAssignee(
  db: Tx,
  eventId: string,
  memberId: string,
): Promise<void> {
  const assigned = await db.assignment.findMany({
    where: { eventId, memberId },
    select: { participantId: true },
  });
  await writeAssigneeOrder(
    db,
    eventId,
    assigned.map(({ participantId }) => participantId),
  );
}
