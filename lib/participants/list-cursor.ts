import { z } from "zod";
import { AppError } from "@/lib/errors";
import { LIST_ORDERS, LIST_SORTS, type ListSort } from "./list-order";

const text = z
  .string()
  .max(4_000)
  .refine((value) => !value.includes("\0"), "holds a NUL");

/** PostgreSQL's calendar, unlike JavaScript's, goes from 1 BC to AD 1. */
const moment = z.iso.datetime().refine((value) => !value.startsWith("0000"), "has no year");

/** Where a page ended: the sort it belongs to, the last row's sort key and its participant. */
const ListCursor = z.object({ sort: z.enum(LIST_SORTS), key: text.nullable(), id: text.min(1) });
export type ListCursor = z.output<typeof ListCursor>;

/** An opaque cursor: base64url of JSON. It holds nothing that the page it ends has not shown. */
export function encodeListCursor(cursor: ListCursor): string {
  return Buffer.from(JSON.stringify([cursor.sort, cursor.key, cursor.id])).toString("base64url");
}

/** Reads a cursor of this sort. Throws AppError `invalid` for anything that we did not hand out for it. */
export function decodeListCursor(encoded: string, sort: ListSort): ListCursor {
  try {
    const [from, key, id]: unknown[] = z
      .array(z.unknown())
      .length(3)
      .parse(JSON.parse(Buffer.from(encoded, "base64url").toString("utf8")));
    const cursor = ListCursor.parse({ sort: from, key, id });
    const order = LIST_ORDERS[sort];
    if (cursor.sort !== sort) throw new Error("belongs to another sort");
    if (cursor.key === null && !order.nullable) throw new Error("this sort has no empty keys");
    if (cursor.key !== null && order.type === "timestamptz") moment.parse(cursor.key);
    return cursor;
  } catch (cause) {
    throw new AppError("invalid", "This cursor does not continue this list.", { cause });
  }
}
