/**
 * An answer as a cell holds it: numbers and yes-or-no stay what they are, the items of a list are joined
 * with "; ", whatever else is nested is its JSON. An item that holds a semicolon or a quotation mark, or begins or
 * ends with a space, stands in quotation marks, its own doubled, so that the list can be taken apart again. Null:
 * nothing was answered.
 */
export function answerCell(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(itemOf).join("; ");
  if (typeof value === "number" || typeof value === "boolean") return value;
  return textOf(value);
}

function itemOf(value: unknown): string {
  const text = textOf(value);
  return /[;"]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
