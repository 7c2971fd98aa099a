import { z } from "zod";
import type { Sql, Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { LIST_KINDS } from "@/lib/list-address/list-fields";
import type { Actor } from "@/lib/members/actor";
import { may } from "@/lib/members/permissions-view";
import type { Role } from "@/lib/members/role-view";
import { changeEventAs, type Member } from "@/lib/members/with-permission";
import { writeAssigneeOrder } from "@/lib/members/write-assignee-order";
import { GivenAddress } from "@/lib/participants/list-query";
import { requireVisible } from "@/lib/participants/mask";
import { readPickedIds } from "@/lib/participants/read-list-in-batches";
import { storableText } from "@/lib/storable-text";
import type { AssignedView } from "./assigned-view";
import { readReviewSettings } from "./read-review-settings";
import { shareOut } from "./share-out";

const MOST_APPLICATIONS = 10_000;
const MOST_REVIEWERS = 100;
const BATCH = 5_000;

const Ids = z.array(storableText(200).min(1)).max(MOST_APPLICATIONS);

const Input = z.object({
  eventId: z.string(),
  selection: z.union([
    z.strictObject({ all: z.literal(true) }),
    z.strictObject({ ids: Ids }),
    /** `query`: the address of a list */
    z.strictObject({
      query: GivenAddress,
      list: z.enum(LIST_KINDS).default("applications"),
      except: Ids.optional(),
    }),
  ]),
  reviewerIds: z.array(z.uuid()).max(MOST_REVIEWERS),
  /** `each`: every reviewer gets every application. `evenly`: each application gets some of them. */
  mode: z.enum(["each", "evenly"]),
  /** How many, with `evenly`; absent: as the team's settings say */
  perApplication: z.number().int().min(1).max(20).optional(),
  /** Whoever was to review them before is not any more. */
  replace: z.boolean().default(false),
});
type Selection = z.output<typeof Input>["selection"];

/**
 * Says who of the team is to review applications: those that are named, all of the event, or those of a list; 10,000 at
 * the most. Throws ZodError, or AppError `invalid` for more, and for no reviewers where nothing is replaced;
 * `unauthenticated`, `forbidden`, `not_found` for an application or a reviewer that the event does not have.
 */
export async function assignReviewersInEvent(actor: Actor, raw: unknown): Promise<AssignedView> {
  const { eventId, selection, reviewerIds, mode, replace, ...input } = Input.parse(raw);
  return changeEventAs(
    actor,
    eventId,
    "reviews.manage",
    async ({ db, sql, changed, audit }, member) => {
      const reviewers = await requireReviewers(db, eventId, reviewerIds);
      if (reviewers.length === 0 && !replace) {
        throw new AppError("invalid", "reviewerIds: name somebody who is to review");
      }
      const ids = await requireApplications(sql, eventId, selection, member);
      if (replace) await removeAssignments(db, eventId, ids);
      const before = await countAssignments(db, eventId);
      const perApplication =
        mode === "each"
          ? reviewers.length
          : (input.perApplication ?? (await readReviewSettings(db, eventId)).perApplication);
      const shares = shareOut(ids, reviewers, perApplication, before);
      let assigned = 0;
      for (let from = 0; from < shares.length; from += BATCH) {
        const { count } = await db.assignment.createMany({
          data: shares
            .slice(from, from + BATCH)
            .map((share) => ({ eventId, ...share, assignedBy: member.memberId })),
          skipDuplicates: true,
        });
        assigned += count;
      }
      await writeAssigneeOrder(db, eventId, ids);
      const detail = { applications: ids.length, reviewers: reviewers.length, assigned };
      await audit(member.memberId, "review.assigned", detail);
      changed("labels", ids);
      return { applications: ids.length, assigned };
    },
  );
}

async function requireReviewers(db: Tx, eventId: string, ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  const members = await db.member.findMany({
    where: { eventId, id: { in: wanted }, revokedAt: null },
    select: { id: true, role: true },
  });
  const reviewers = members.filter(({ role }) => may(role as Role, "reviews.write"));
  if (reviewers.length < wanted.length) {
    throw new AppError("not_found", "Somebody of these does not review in this event.");
  }
  return wanted;
}

async function requireApplications(
  sql: Sql,
  eventId: string,
  selection: Selection,
  reader: Member,
): Promise<string[]> {
  const most = MOST_APPLICATIONS + 1;
  if ("ids" in selection) {
    const ids = [...new Set(selection.ids)];
    const picked = { ids };
    const asked = { list: "applications" as const, address: NO_QUESTION, picked };
    const found = await readPickedIds(sql, eventId, asked, most);
    if (found.length < ids.length) {
      throw new AppError("not_found", "There is no such application in this event.");
    }
    return found;
  }
  const {
    query,
    list,
    except = [],
  } = "all" in selection ? { query: NO_QUESTION, list: "applications" as const } : selection;
  requireVisible(reader.sight, query);
  const asked = { list, address: query, picked: { allBut: except }, reader };
  const found = await readPickedIds(sql, eventId, asked, most);
  if (found.length > MOST_APPLICATIONS) {
    throw new AppError("invalid", "selection: these are more than 10,000 applications");
  }
  return found;
}

const NO_QUESTION = { filters: [], q: "", sort: [], columns: null };

async function removeAssignments(db: Tx, eventId: string, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const participantId = { in: ids.slice(from, from + BATCH) };
    await db.assignment.deleteMany({ where: { eventId, participantId } });
  }
}

/** How many applications each of the team is to review already. */
async function countAssignments(db: Tx, eventId: string): Promise<Map<string, number>> {
  const counts = await db.assignment.groupBy({
    by: ["memberId"],
    where: { eventId },
    _count: { _all: true },
  });
  return new Map(counts.map(({ memberId, _count }) => [memberId, _count._all]));
}
