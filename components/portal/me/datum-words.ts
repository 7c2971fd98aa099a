import { labelOfField } from "@/components/answers/answer-value";
import { ownHistoryWords } from "@/components/portal/application/own-history";

/** The name of a datum: columns, form fields and kinds of news become words; words stay as they are. */
export function datumLabel(field: string): string {
  if (/^[a-z]+\.[a-z_]+$/.test(field)) return ownHistoryWords(field);
  if (/^[a-z0-9]+([_-][a-z0-9]+)*$/.test(field)) return labelOfField(field);
  if (/^[a-z]+([A-Z][a-z]+)+$/.test(field)) {
    return labelOfField(field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  }
  return field;
}

export type DatumShape =
  | { kind: "moment"; at: string }
  | { kind: "parts"; parts: [string, unknown][] }
  | { kind: "answer" };

/** How a datum can be shown: a moment, something with parts of its own, or like an answer. */
export function shapeOfDatum(value: unknown): DatumShape {
  if (typeof value === "string" && isMoment(value)) return { kind: "moment", at: value };
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const parts = Object.entries(value).filter(([, part]) => !isNothing(part));
    if (parts.length > 0) return { kind: "parts", parts };
  }
  return { kind: "answer" };
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

function isNothing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === "object" && Object.keys(value).length === 0)
  );
}
