import { z } from "zod";
import { AppError } from "@/lib/errors";
import { storableText } from "@/lib/storable-text";

/** Where the entries of a feed come from, in the order of those that share a moment. */
export const FEED_SOURCES = ["person", "told", "sync", "connection"] as const;
type FeedSource = (typeof FEED_SOURCES)[number];

const Place = z.object({
  at: z.iso.datetime().refine((value) => !value.startsWith("0000"), "has no year"),
  source: z.enum(FEED_SOURCES),
  id: storableText(300).min(1),
});

/** The last entry of a page: after it goes on what is older, or as old and later in order. */
export type FeedPlace = z.output<typeof Place>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ID_OF: Record<FeedSource, RegExp> = {
  person: /^\d{1,18}$/,
  told: /./,
  sync: UUID,
  connection: UUID,
};

/** An opaque cursor: base64url of JSON. It holds nothing that the page it ends has not shown. */
export function encodeFeedCursor({ at, source, id }: FeedPlace): string {
  return Buffer.from(JSON.stringify([at, source, id])).toString("base64url");
}

/** Throws AppError `invalid` for anything that is no cursor of a feed. */
export function decodeFeedCursor(encoded: string): FeedPlace {
  try {
    const text = Buffer.from(encoded, "base64url").toString("utf8");
    const [at, source, id] = z.array(z.unknown()).length(3).parse(JSON.parse(text));
    const place = Place.parse({ at, source, id });
    if (!ID_OF[place.source].test(place.id)) throw new Error("is no entry's id");
    return place;
  } catch (cause) {
    throw new AppError("invalid", "This cursor does not continue this feed.", { cause });
  }
}
