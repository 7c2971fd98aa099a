import { LinkifyIt } from "linkify-it";

/** A stretch of a text; `href` where it is an address that is safe to follow. */
export type LinkPart = { text: string; href: string | null };

/** In longer texts nothing is looked for: whoever follows links reads no 10 KB in one piece. */
const MOST_CHARACTERS = 10_240;

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: true });
for (const schema of ["ftp:", "//"]) linkify.add(schema, null);

/**
 * A text with the addresses in it: http, https and e-mail, which are the only ones that lead anywhere.
 * Whatever else somebody wrote stays text, and so does all of a text of more than 10 KB.
 */
export function linkParts(text: string): LinkPart[] {
  if (text.length > MOST_CHARACTERS) return [{ text, href: null }];
  const parts: LinkPart[] = [];
  let end = 0;
  for (const { index, lastIndex, schema } of linkify.match(text) ?? []) {
    const found = text.slice(index, lastIndex);
    const href = schema === "mailto:" ? mailto(found) : (URL.parse(found)?.href ?? null);
    if (href === null) continue;
    if (index > end) parts.push({ text: text.slice(end, index), href: null });
    parts.push({ text: found, href });
    end = lastIndex;
  }
  if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end), href: null });
  return parts;
}

/** A message to this address only, whatever else was written into it. */
export function mailto(address: string): string {
  const bare = address.replace(/^mailto:/i, "");
  return `mailto:${encodeURIComponent(bare).replaceAll("%40", "@")}`;
}
