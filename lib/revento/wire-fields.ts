import { z } from "zod";
import { boundForm, boundId, boundText, LONGEST } from "./bounds";

/** An id: opaque, never empty. */
export const Id = z.string().min(1).transform(boundId);
/** The id of something else, where there may be none. */
export const OtherId = z.string().transform(boundId).nullish();
const textOf = (most: number) => z.string().transform((text) => boundText(text, most));
/** A name or a title that every resource of its kind has. */
export const RequiredName = textOf(LONGEST.name);
export const Name = RequiredName.nullish();
export const Email = textOf(LONGEST.email).nullish();
export const Prose = textOf(LONGEST.prose).nullish();
/** An enum whose newer values we do not know yet. */
export const RequiredWord = textOf(LONGEST.word);
export const Word = RequiredWord.nullish();
/** ISO 8601 in UTC or with its offset (contract 4.4), and a moment that PostgreSQL can keep. */
const Iso = z.iso.datetime({ offset: true, abort: true }).refine((text) => {
  const year = new Date(text).getUTCFullYear();
  return year > 0 && year < 10_000;
}, "is not in the years 1 to 9999");
/** A moment, as a Date. */
export const Time = Iso.transform((text) => new Date(text)).nullish();
/** A moment that is compared, not shown: the text with all its digits, of which a Date keeps three of a second. */
export const RequiredExactTime = Iso.transform((text) =>
  text.length <= LONGEST.moment ? text : new Date(text).toISOString(),
);
export const ExactTime = RequiredExactTime.nullish();
export const Count = z.number().int().nonnegative().max(2_147_483_647).nullish();
/** The answers of an event's own form; `null` is a form without answers. */
export const Answers = z
  .record(z.string(), z.unknown())
  .nullable()
  .transform((answers) => boundForm(answers ?? {}))
  .optional();

/** A field whose name or shape is assumed (A in the contract): a surprise in it is not an answer. */
export function assumed<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}
