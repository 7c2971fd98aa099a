/**
 * An answer as a cell holds it: numbers and yes-or-no stay what they are, the items of a list are joined
 * with "; ", whatever else is nested is its JSON. Null: nothing was answered.
 */
export function answerCell(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(textOf).join("; ");
  if (typeof value === "number" || typeof value === "boolean") return value;
  return textOf(value);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
