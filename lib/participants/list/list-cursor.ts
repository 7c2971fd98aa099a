import { z } from "zod";
import { CursorMoment, decodeCursor, encodeCursor } from "@/lib/cursor";
import type { SortKey } from "@/lib/list-address/list-address";
import { storableText } from "@/lib/storable-text";
import type { SortTerm } from "./sort-terms";

/** Where a page ended: its last row's keys, one for each term of the order, and its participant. */
export type ListCursor = { keys: (string | null)[]; id: string };

const text = storableText(4_000);

/** What a key of each type can be. */
const KEY_OF: Record<SortTerm["type"], z.ZodType<string>> = {
  text,
  timestamptz: CursorMoment,
  numeric: z.string().regex(/^-?\d{1,31}(\.\d{1,12})?$/),
  "double precision": z.string().regex(/^\d{1,3}(\.\d{1,4})?$/),
  int: z.string().regex(/^\d{1,9}$/),
  integer: z.string().regex(/^\d$/),
};

export function encodeListCursor(sort: SortKey[], { keys, id }: ListCursor): string {
  return encodeCursor([sort, keys, id]);
}

/** Reads a cursor of this order. Throws AppError `invalid` for anything that we did not hand out for it. */
export function decodeListCursor(encoded: string, sort: SortKey[], terms: SortTerm[]): ListCursor {
  const keys = terms.map(({ type, nullable }) =>
    nullable ? KEY_OF[type].nullable() : KEY_OF[type],
  );
  const [first, ...more] = keys;
  const Place = z.tuple([
    z
      .unknown()
      .refine((from) => JSON.stringify(from) === JSON.stringify(sort), "is of another order"),
    first ? z.tuple([first, ...more]) : z.tuple([]),
    text.min(1),
  ]);
  const [, values, id] = decodeCursor(encoded, Place);
  return { keys: values, id };
}
