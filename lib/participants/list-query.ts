import { z } from "zod";
import { LIST_SORTS } from "./list-order";

const printable = (text: string) => !text.includes("\0");

/** What a list of participants may be asked. The verb judges the event. `status` repeats; "none" is: no application. */
export const ListQuery = z.object({
  eventId: z.string(),
  status: z.array(z.string().min(1).max(64).refine(printable)).max(12).default([]),
  q: z.string().trim().max(200).refine(printable, "holds a NUL").default(""),
  sort: z.enum(LIST_SORTS).default("-submitted"),
  cursor: z.string().max(24_000).nullish(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListQuery = z.output<typeof ListQuery>;

/**
 * The words of a search, the longest first: that one asks the trigram index, the others only narrow
 * what it found. Each must occur somewhere in name and e-mail, as typed, in any order.
 */
export function searchWords(q: string): string[] {
  const words = [...new Set(q.split(/\s+/).filter((word) => word !== ""))];
  return words.sort((a, b) => b.length - a.length).slice(0, 6);
}

/** Reads a list's question from an address. Fields that are absent keep their defaults. */
export function listQueryOf(eventId: string, search: URLSearchParams): z.input<typeof ListQuery> {
  const given = (name: string) => search.get(name) || undefined;
  return {
    status: search.getAll("status").filter((status) => status !== ""),
    q: given("q"),
    sort: given("sort") as ListQuery["sort"] | undefined,
    cursor: given("cursor"),
    limit: given("limit"),
    eventId,
  };
}
