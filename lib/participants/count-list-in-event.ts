import { z } from "zod";
import {
  answerKeyOf,
  BUILT_IN_FIELDS,
  isBuiltInField,
  isReviewField,
  LIST_KINDS,
} from "@/lib/list-address/list-fields";
import { shareByHead } from "@/lib/live/share-by-head";
import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import { countList } from "./list/count-list";
import { readListContext } from "./list/list-context";
import { sharedBy } from "./list/reader";
import type { ListCountsView } from "./list-counts-view";
import { StrictAddress } from "./list-query";
import { requireVisible } from "./mask";

const MOST_FACETS = 5;

const Facet = z
  .string()
  .max(200)
  .refine((field) => !field.includes("\0") && isCountable(field), "is nothing that can be counted");

const Input = z.object({
  eventId: z.string(),
  list: z.enum(LIST_KINDS),
  address: StrictAddress,
  facets: z
    .array(Facet)
    .max(MOST_FACETS)
    .default([])
    .transform((facets) => [...new Set(facets)]),
});

/**
 * How many rows a list has, and by field of `facets` (choices and fields of the form) how often each
 * value occurs among the rows that the filters of all other fields leave. Of a list each item counts.
 * Throws ZodError or AppError `invalid` for a hidden field, `unauthenticated`, `not_found`.
 */
export async function countListInEvent(
  actor: Actor,
  raw: z.input<typeof Input>,
): Promise<ListCountsView> {
  const { eventId, list, address, facets } = Input.parse(raw);
  const fields = [...address.filters.map(({ field }) => field), ...facets];
  return readWithPermission(actor, eventId, "people.read", (sql, reader) => {
    requireVisible(reader.sight, address, facets);
    const shared = sharedBy(reader, fields);
    const name = `counts ${JSON.stringify([list, address, facets, shared])}`;
    return shareByHead(sql, eventId, name, async () => {
      const context = await readListContext(sql, eventId, fields);
      return countList(sql, { eventId, list, question: address, reader }, facets, context);
    });
  });
}

function isCountable(field: string): boolean {
  if (isReviewField(field)) return true;
  if (isBuiltInField(field)) return BUILT_IN_FIELDS[field] === "choice";
  return answerKeyOf(field) !== null;
}
