import { formatInZone } from "@/components/time/format-in-zone";

/** An answer as it can be shown, whatever kind of field it came from. */
export type AnswerShape =
  | { kind: "none" }
  | { kind: "text"; text: string }
  | { kind: "moment"; text: string }
  | { kind: "choices"; choices: string[] }
  | { kind: "boolean"; value: boolean }
  | { kind: "other"; text: string };

/** Finds the shape of an answer: the contract names no field types (contract 4.5), so values speak. */
export function shapeOfAnswer(value: unknown): AnswerShape {
  if (value === null || value === undefined || value === "") return { kind: "none" };
  if (typeof value === "boolean") return { kind: "boolean", value };
  if (typeof value === "number") return { kind: "text", text: value.toLocaleString("en-GB") };
  if (typeof value === "string" && isMoment(value)) return { kind: "moment", text: value };
  if (typeof value === "string") return { kind: "text", text: dateInWords(value) ?? value };
  if (!Array.isArray(value)) return { kind: "other", text: JSON.stringify(value, null, 2) };
  if (value.length === 0) return { kind: "none" };
  const choices = value.map((each) => (typeof each === "string" ? each : JSON.stringify(each)));
  return { kind: "choices", choices };
}

/** A time with its zone, as Revento writes times (contract 4.4). */
function isMoment(text: string): boolean {
  const isWritten = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(
    text,
  );
  return isWritten && !Number.isNaN(Date.parse(text));
}

/** `2026-05-12` is a day of the calendar, in no time zone. */
function dateInWords(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) return null;
  return formatInZone(`${text}T00:00:00Z`, "day", "UTC");
}

/** `favorite_track` as a label: "Favorite track". Of a name that was too long: its beginning. */
export function labelOfField(key: string): string {
  const words = key
    .replace(/…[\w-]{16}$/, "…")
    .replaceAll(/[_-]+/g, " ")
    .trim();
  return words === "" ? key : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The first few short answers on one line: what one wants to know before opening somebody. */
export function answersInShort(fields: Record<string, unknown>): string {
  const parts: string[] = [];
  for (const value of Object.values(fields)) {
    const shape = shapeOfAnswer(value);
    if (shape.kind === "text" && shape.text.length <= 40) parts.push(shape.text);
    if (shape.kind === "choices") parts.push(shape.choices.join(", "));
    if (parts.length === 3) break;
  }
  return parts.join(" · ");
}
