import { z } from "zod";
import { CursorMoment, decodeCursor, encodeCursor } from "@/lib/cursor";
import { storableText } from "@/lib/storable-text";

/** Where the entries of a feed come from, in the order of those that share a moment. */
export const FEED_SOURCES = ["person", "told", "sync", "connection"] as const;
type FeedSource = (typeof FEED_SOURCES)[number];

/** The last entry of a page: after it goes on what is older, or as old and later in order. */
export type FeedPlace = { at: string; source: FeedSource; id: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ID_OF: Record<FeedSource, RegExp> = {
  person: /^\d{1,18}$/,
  told: /./,
  sync: UUID,
  connection: UUID,
};

const Place = z
  .tuple([CursorMoment, z.enum(FEED_SOURCES), storableText(300).min(1)])
  .refine(([, source, id]) => ID_OF[source].test(id), "is no entry's id");

export function encodeFeedCursor({ at, source, id }: FeedPlace): string {
  return encodeCursor([at, source, id]);
}

/** Throws AppError `invalid` for anything that is no cursor of a feed. */
export function decodeFeedCursor(encoded: string): FeedPlace {
  const [at, source, id] = decodeCursor(encoded, Place);
  return { at, source, id };
}
