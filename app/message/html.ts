/** Markup that is safe to send. Only {@link html} makes it. */
export class Html {
  constructor(readonly markup: string) {}
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function toMarkup(value: string | number | Html): string {
  if (value instanceof Html) return value.markup;
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** Template tag: what is put in is text, in an element or a quoted attribute, unless it is Html itself. */
export function html(parts: TemplateStringsArray, ...values: (string | number | Html)[]): Html {
  const filled = values.map((value, index) => toMarkup(value) + (parts[index + 1] ?? ""));
  return new Html((parts[0] ?? "") + filled.join(""));
}
