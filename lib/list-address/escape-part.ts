/** Escapes what separates the parts of a parameter: `%`, `:` and `,`. */
export function escapePart(text: string): string {
  return text.replace(/[%:,]/g, encodeURIComponent);
}

/** The text that {@link escapePart} escaped. Throws URIError where a percent sign escapes nothing. */
export function unescapePart(text: string): string {
  return decodeURIComponent(text);
}
