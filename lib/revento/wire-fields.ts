import { z } from "zod";

/** What a form answer can be once it is in `jsonb`. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [name: string]: JsonValue };

const DEEPEST_ANSWER = 32;

/** PostgreSQL has no NUL in text, and no lone surrogate in `jsonb`: one such letter would fail a page. */
function storable(text: string): string {
  return text.replaceAll("\u0000", "\ufffd").toWellFormed();
}

function storableJson(value: unknown, depth = 0): JsonValue {
  if (typeof value === "string") return storable(value);
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object" || value === null || depth >= DEEPEST_ANSWER) return null;
  if (Array.isArray(value)) return value.map((item) => storableJson(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [storable(name), storableJson(item, depth + 1)]),
  );
}

/** An id: opaque, never empty. */
export const Id = z.string().min(1).max(200).transform(storable);
/** Text that every resource of its kind has. */
export const RequiredText = z.string().transform(storable);
/** Text, or an enum whose newer values we do not know yet. */
export const Text = RequiredText.nullish();
/** A moment, ISO 8601 in UTC or with its offset (contract 4.4), as a Date. */
export const Time = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .nullish();
export const Count = z.number().int().nonnegative().max(2_147_483_647).nullish();
/** The answers of an event's own form; `null` is a form without answers. */
export const Answers = z
  .record(z.string(), z.unknown())
  .nullable()
  .transform((answers) => storableJson(answers ?? {}) as { [name: string]: JsonValue })
  .optional();

/** A field whose name or shape is assumed (A in the contract): a surprise in it is not an answer. */
export function assumed<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}
