type Context = { source?: string };

/** A number with more digits than a float keeps, or an exponent beyond it. */
const LONG_NUMBER = /\d[\d.]{15}|\d[eE][+-]?\d{3}/;
const EXACT_DIGITS = 15;

/**
 * JSON as Revento wrote it: a number that JavaScript would round (more than 15 digits, or beyond 10^308) stays as the
 * text of its digits, and `__proto__` is a name like any other (RFC 8259, 4 and 6). Throws SyntaxError.
 */
export function parseReventoJson(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  const keepDigits = (_: string, value: unknown, context?: Context): unknown =>
    typeof value === "number" && context?.source !== undefined && isRounded(value, context.source)
      ? context.source
      : value;
  return JSON.parse(text, keepDigits);
}

function isRounded(value: number, source: string): boolean {
  if (!Number.isFinite(value)) return true;
  if (String(value) === source) return false;
  const [mantissa = ""] = source.toLowerCase().split("e");
  const digits = mantissa.replace(/[-.]/g, "").replace(/^0+/, "");
  return digits.length > EXACT_DIGITS;
}
