import { z } from "zod";

export const CERTIFICATE_TYPE = "foyer-erasure+jwt";

/** What a certificate of an erasure says: ids, dates and counts, nothing about a person. */
export const Certificate = z.object({
  iss: z.url(),
  /** The erasure. */
  jti: z.uuid(),
  iat: z.number(),
  event: z.string(),
  organization: z.string(),
  scope: z.enum(["all", "mirror"]),
  rule: z.enum(["required", "ended"]),
  cause: z.string(),
  ended_at: z.iso.datetime(),
  due_at: z.iso.datetime(),
  started_at: z.iso.datetime(),
  finished_at: z.iso.datetime(),
  /** Deleted rows, by what a person calls them. */
  erased: z.record(z.string(), z.number()),
  /** Counted again at the end. */
  remaining: z.record(z.string(), z.number()),
});
export type Certificate = z.output<typeof Certificate>;
