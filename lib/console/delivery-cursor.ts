import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { EventId } from "@/lib/event-id";

/** Where a page of deliveries ended: its last row. The moment is PostgreSQL's, to the microsecond. */
const DeliveryCursor = z.tuple([
  z.string().regex(/^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/),
  z.union([z.literal(""), EventId]),
  z.uuid(),
]);
export type DeliveryCursor = z.output<typeof DeliveryCursor>;

export function encodeDeliveryCursor(cursor: DeliveryCursor): string {
  return encodeCursor(cursor);
}

/** Reads one. Throws AppError `invalid` for anything that we did not hand out. */
export function decodeDeliveryCursor(encoded: string): DeliveryCursor {
  return decodeCursor(encoded, DeliveryCursor);
}
