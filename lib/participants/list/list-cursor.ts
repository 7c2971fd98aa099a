import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { SortKey } from "@/lib/list-address/list-address";
import { storableText } from "@/lib/storable-text";
import type { SortTerm } from "./sort-terms";

/** Where a page ended: its last row's keys, one for each term of the order, and its participant. */
export type ListCursor = { keys: (string | null)[]; id: string };

const text = storableText(4_000);

/** What a key of each type can be. PostgreSQL's calendar, unlike JavaScript's, goes from 1 BC to AD 1. */
const KEY_OF: Record<SortTerm["type"], z.ZodType<string>> = {
  text,
  timestamptz: z.iso.datetime().refine((value) => !value.startsWith("0000"), "has no year"),
  numeric: z.string().regex(/^-?\d{1,31}(\.\d{1,12})?$/),
  integer: z.string().regex(/^\d$/),
};

/** An opaque cursor: base64url of JSON. It holds nothing that the page it ends has not shown. */
export function encodeListCursor(sort: SortKey[], { keys, id }: ListCursor): string {
  return Buffer.from(JSON.stringify([sort, keys, id])).toString("base64url");
}

/** Reads a cursor of this order. Throws AppError `invalid` for anything that we did not hand out for it. */
export function decodeListCursor(encoded: string, sort: SortKey[], terms: SortTerm[]): ListCursor {
  const keys = terms.map(({ type, nullable }) =>
    nullable ? KEY_OF[type].nullable() : KEY_OF[type],
  );
  const [first, ...more] = keys;
  const ListCursor = z.tuple([
    z.literal(JSON.stringify(sort)),
    first ? z.tuple([first, ...more]) : z.tuple([]),
    text.min(1),
  ]);
  try {
    const [from, ...rest] = z
      .tuple([z.unknown(), z.unknown(), z.unknown()])
      .parse(JSON.parse(Buffer.from(encoded, "base64url").toString("utf8")));
    const [, values, id] = ListCursor.parse([JSON.stringify(from), ...rest]);
    return { keys: values, id };
  } catch (cause) {
    throw new AppError("invalid", "This cursor does not continue this list.", { cause });
  }
}
