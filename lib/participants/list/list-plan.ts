import type { ListQuestion } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Picked } from "@/lib/list-address/picked";
import { filterConditions } from "./filter-conditions";
import type { ListContext } from "./list-context";
import { LIST_SCOPES } from "./list-scope";
import { type ListSource, listSource } from "./list-source";
import { fieldsOfOrder, type PageOrder, pageOrderOf } from "./page-order";
import { Parameters } from "./parameters";
import { NOBODY, type Reader } from "./reader";
import { ReviewSides } from "./review-sides";
import { sortOf } from "./sort-terms";
import { statusConditions, statusSliceOf } from "./status-slice";

/** Which rows of an event are asked for, and in which order. `cursor`: after which of them. */
export type ListAsked = {
  eventId: string;
  list: ListKind;
  question: ListQuestion;
  picked?: Picked | undefined;
  /** Absent: somebody whose right to everything was judged, and who has rated nothing. */
  reader?: Reader;
  cursor?: string | null | undefined;
};

/** The parts that the statement of a list is made of, in SQL. */
export type ListPlan = {
  to: Parameters;
  event: string;
  source: ListSource;
  /** One condition for each status that is asked; none at all: no row. They exclude each other. */
  statuses: string[];
  /** What has to hold besides. */
  conditions: string[];
  order: PageOrder;
  sides: ReviewSides;
  isSearch: boolean;
};

/** Throws AppError `invalid` for a cursor that does not continue this list. */
export function planList({ picked, ...asked }: ListAsked, context: ListContext): ListPlan {
  const { eventId, list, cursor, reader = NOBODY } = asked;
  const question = questionOfPicked(asked.question, picked);
  const to = new Parameters();
  const event = to.add(eventId);
  const filters = question.filters.filter(({ field }) => field !== "status");
  const sort = sortOf(question, list, reader.sight.name);
  const sorts = fieldsOfOrder({ sort });
  const fields = { sorts, filters: filters.map(({ field }) => field), facets: [] };
  const sides = new ReviewSides(event, reader, to);
  const source = listSource(question.q, event, fields, to, reader, sides);
  const order = pageOrderOf(sort, source.rank, cursor, to, sides);
  return {
    to,
    event,
    source,
    statuses: statusConditions(statusSliceOf(question.filters, LIST_SCOPES[list]), to),
    conditions: [
      ...filterConditions(filters, context, to, sides).values(),
      ...pickedSql(picked, to),
    ],
    order,
    sides,
    isSearch: question.q !== "",
  };
}

/** Whoever names rows one by one means these, whatever the list has been filtered by since. */
function questionOfPicked(question: ListQuestion, picked: Picked | undefined): ListQuestion {
  return picked && "ids" in picked ? { ...question, filters: [], q: "" } : question;
}

function pickedSql(picked: Picked | undefined, to: Parameters): string[] {
  if (!picked) return [];
  if ("ids" in picked) return [`p.participant_id = ANY(${to.add(picked.ids)}::text[])`];
  return [`p.participant_id <> ALL(${to.add(picked.allBut)}::text[])`];
}

/** SQL of FROM and WHERE that hold for the plan's rows. */
export function rowsOfPlan({ source, statuses, conditions }: ListPlan): string {
  const status = statuses.length > 0 ? `(${statuses.join(" OR ")})` : "false";
  return [source.from, status, ...conditions].join(" AND ");
}
