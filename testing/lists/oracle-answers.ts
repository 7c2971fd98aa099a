const trimmed = (text: string) => text.replace(/^ +| +$/g, "");

/** A value of JSON as the database writes it as text; null for null and for nothing. */
export function pgText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (typeof value === "number")
    return Number.isInteger(value) ? BigInt(value).toString() : `${value}`;
  return pgJson(value);
}

function pgJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pgJson).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}: ${pgJson(each)}`)
    .join(", ")}}`;
}

/** An answer as a person reads it. */
export function answerText(answer: unknown): string | null {
  const text = Array.isArray(answer)
    ? answer
        .map(pgText)
        .filter((item) => item !== null)
        .join(", ")
    : pgText(answer);
  return text === null ? null : trimmed(text) || null;
}

export function answerKind(answer: unknown): string | null {
  if (typeof answer === "string") {
    if (trimmed(answer) === "") return null;
    return /^\d{4}-\d{2}-\d{2}(T|$)/.test(answer) ? "date" : "text";
  }
  if (Array.isArray(answer)) return answerText(answer) === null ? null : "list";
  if (typeof answer === "object" || answer === undefined) {
    return answer && Object.keys(answer).length > 0 ? "object" : null;
  }
  return typeof answer;
}

/** Whether an answer, or an item of it, is what was asked: this text, this number, this yes or no. */
export function isAnswer(answer: unknown, value: string): boolean {
  return (Array.isArray(answer) ? answer : [answer]).some((item) => {
    if (typeof item === "number") return /^-?\d+(\.\d+)?$/.test(value) && Number(value) === item;
    return typeof item === "boolean" ? String(item) === value : item === value;
  });
}
