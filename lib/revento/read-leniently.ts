import { z } from "zod";
import { boundText, LONGEST } from "./bounds";

/** A field that is not as the contract says: the rest of its row is read all the same. */
export type OddField = {
  /** As Revento calls it. */
  field: string;
  /** What stood there, as JSON, of a bounded length. */
  raw: string;
};

type Read<Shape extends z.ZodRawShape> = { [Name in keyof Shape]?: z.output<Shape[Name]> };

const WireObject = z.looseObject({});

/**
 * Reads the fields of an object one by one: what cannot be read is undefined, as if Revento had not said it, and among
 * `odd`. Throws ZodError for what is no object at all.
 */
export function readLeniently<Shape extends z.ZodRawShape>(
  shape: Shape,
  json: unknown,
): { read: Read<Shape>; odd: OddField[] } {
  WireObject.parse(json);
  const given = json as Record<string, unknown>;
  const read: Record<string, unknown> = {};
  const odd: OddField[] = [];
  for (const [field, schema] of Object.entries(shape)) {
    const value = Object.hasOwn(given, field) ? given[field] : undefined;
    const parsed = z.safeParse(schema, value);
    if (parsed.success) read[field] = parsed.data;
    else odd.push({ field, raw: rawOf(value) });
  }
  return { read: read as Read<Shape>, odd };
}

function rawOf(value: unknown): string {
  return boundText(JSON.stringify(value) ?? "", LONGEST.rawField);
}

/** What a snapshot says of what could not be read of it; nothing where all of it could. */
export function oddOf(odd: OddField[]): { odd?: OddField[] } {
  return odd.length === 0 ? {} : { odd };
}
