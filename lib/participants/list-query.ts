import { z } from "zod";
import { readListAddress } from "@/lib/list-address/list-address";

const LONGEST_ADDRESS = 32_000;

/** What a list's address says. Unlike a page, which drops what it does not understand, a verb refuses it. */
export const GivenAddress = z.string().max(LONGEST_ADDRESS).transform(readStrictly);
/** The same, where nothing is the whole list. */
export const StrictAddress = z.string().max(LONGEST_ADDRESS).default("").transform(readStrictly);

/** More than an event has rows. What a jump costs grows with the rows it skips. */
const MOST_SKIPPED = 1_000_000;

/**
 * What a list of participants may be asked. The verb judges the event. `offset` skips as many rows, where there is no
 * cursor to continue. `counts: false` leaves the total and the facets out.
 */
export const ListQuery = z
  .object({
    eventId: z.string(),
    address: StrictAddress,
    cursor: z.string().max(24_000).nullish(),
    offset: z.coerce.number().int().min(0).max(MOST_SKIPPED).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    counts: z.boolean().default(true),
  })
  .refine(({ cursor, offset }) => !cursor || offset === 0, {
    path: ["offset"],
    message: "a page is after a cursor or at an offset",
  });
export type ListQuery = z.output<typeof ListQuery>;

function readStrictly(text: string, context: z.RefinementCtx) {
  const { address, dropped } = readListAddress(new URLSearchParams(text));
  for (const { name, text: said } of dropped) {
    context.addIssue({ code: "custom", message: `does not understand ${name}=${said}` });
  }
  return address;
}

/** Reads a list's question from a request's address. Fields that are absent keep their defaults. */
export function listQueryOf(eventId: string, search: URLSearchParams): z.input<typeof ListQuery> {
  const given = (name: string) => search.get(name) || undefined;
  return {
    address: search.toString(),
    cursor: given("cursor"),
    offset: given("offset"),
    limit: given("limit"),
    counts: search.get("counts") !== "no",
    eventId,
  };
}
