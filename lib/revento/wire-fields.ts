import { z } from "zod";
import { boundForm, boundId, boundText, LONGEST } from "./bounds";

/** An id: opaque, never empty. */
export const Id = z.string().min(1).transform(boundId);
/** The id of something else, where there may be none. */
export const OtherId = z
  .string()
  .transform((id) => (id === "" ? null : boundId(id)))
  .nullish();
const textOf = (most: number) => z.string().transform((text) => boundText(text, most));
/** Spaces, and signs that show nothing, are no name. */
const BLANK = /^[\s\p{Cf}]*$/u;
/** A name or a title that every resource of its kind has. */
export const RequiredName = textOf(LONGEST.name).transform((name) =>
  BLANK.test(name) ? "Untitled" : name,
);
export const Name = textOf(LONGEST.name)
  .transform((name) => (BLANK.test(name) ? null : name))
  .nullish();
export const Email = textOf(LONGEST.email).nullish();
export const Prose = textOf(LONGEST.prose).nullish();
/** An enum whose newer values we do not know yet. */
export const RequiredWord = textOf(LONGEST.word);
export const Word = RequiredWord.nullish();
const Iso = z.iso.datetime({ offset: true, abort: true }).refine((text) => {
  const year = new Date(text).getUTCFullYear();
  return year > 0 && year < 10_000;
}, "is not in the years 1 to 9999");

const SPELLING =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(:\d{2})?([.,]\d+)? ?(?:([Zz]|UTC|GMT)|([+-]\d{2}):?(\d{2})?)?$/;

/** ISO 8601 in one spelling, of the ones that databases and languages write; UTC where there is no zone. */
function inOneSpelling(text: string): string {
  const [, date, minutes, seconds = ":00", fraction = "", , hours, rest = "00"] =
    SPELLING.exec(text) ?? [];
  if (!date) return text;
  const zone = hours ? `${hours}:${rest}` : "Z";
  return `${date}T${minutes}${seconds}${fraction.replace(",", ".")}${zone}`;
}

/**
 * A moment, ISO 8601 in UTC or with its offset (contract 4.4), that PostgreSQL can keep, as a text with all its digits:
 * a Date keeps three of a second.
 */
export const RequiredExactTime = z
  .string()
  .transform(inOneSpelling)
  .pipe(Iso)
  .transform((text) => (text.length <= LONGEST.moment ? text : new Date(text).toISOString()));
/** Languages without null write an empty text. */
const NoTime = z.literal("").transform(() => null);
export const ExactTime = z.union([NoTime, RequiredExactTime]).nullish();
/** A moment, as a Date. */
export const Time = z
  .union([NoTime, RequiredExactTime.transform((text) => new Date(text))])
  .nullish();
export const Count = z.number().int().nonnegative().max(2_147_483_647).nullish();
type Json = Record<string, unknown>;
/** zod's own record leaves out a field that is called `__proto__`. */
const JsonObject = z.custom<Json>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  "must be an object",
);
/** How languages write a map that they keep as a list; an empty one is what PHP makes of an empty object. */
const Pairs = z
  .array(z.object({ key: z.string(), value: z.unknown() }))
  .transform((pairs): Json => Object.fromEntries(pairs.map(({ key, value }) => [key, value])));
/** The answers of an event's own form; `null` is a form without answers. */
export const Answers = z
  .union([JsonObject, Pairs])
  .nullable()
  .transform((answers) => boundForm(answers ?? {}))
  .optional();

/** A field whose name or shape is assumed (A in the contract): a surprise in it is not an answer. */
export function assumed<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}
