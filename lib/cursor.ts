import { z } from "zod";
import { AppError } from "@/lib/errors";

/** A moment within a cursor, ISO 8601 in UTC. PostgreSQL's calendar, unlike JavaScript's, goes from 1 BC to AD 1. */
export const CursorMoment = z.iso
  .datetime()
  .refine((moment) => !moment.startsWith("0000"), "has no year");

/** An opaque cursor: base64url of JSON. It may hold nothing that the page it ends has not shown. */
export function encodeCursor(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** Reads one. Throws AppError `invalid` for anything that is none of this list. */
export function decodeCursor<T>(encoded: string, place: z.ZodType<T>): T {
  try {
    return place.parse(JSON.parse(Buffer.from(encoded, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("invalid", "This cursor does not continue this list.", { cause });
  }
}
