import { z } from "zod";
import { AppError } from "@/lib/errors";
import { EventId } from "@/lib/event-id";

/** Where a page of deliveries ended: its last row. The moment is PostgreSQL's, to the microsecond. */
const DeliveryCursor = z.tuple([
  z.string().regex(/^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/),
  z.union([z.literal(""), EventId]),
  z.uuid(),
]);
export type DeliveryCursor = z.output<typeof DeliveryCursor>;

/** An opaque cursor: base64url of JSON. */
export function encodeDeliveryCursor(cursor: DeliveryCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** Reads one. Throws AppError `invalid` for anything that we did not hand out. */
export function decodeDeliveryCursor(encoded: string): DeliveryCursor {
  try {
    return DeliveryCursor.parse(JSON.parse(Buffer.from(encoded, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("invalid", "This cursor does not continue this list.", { cause });
  }
}
