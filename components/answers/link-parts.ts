/** A stretch of a text; `href` where it is an address that is safe to follow. */
export type LinkPart = { text: string; href: string | null };

const ADDRESS = /\bhttps?:\/\/[^\s<>"]+|[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/gi;
/** What ends a sentence ends no address. */
const TRAILING = /[.,;:!?'")\]]+$/;

/**
 * A text with the addresses in it: http, https and e-mail, which are the only ones that lead anywhere.
 * Whatever else somebody wrote stays text.
 */
export function linkParts(text: string): LinkPart[] {
  const parts: LinkPart[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const found = match[0].replace(TRAILING, "");
    const href = hrefOf(found);
    if (href === null) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), href: null });
    parts.push({ text: found, href });
    end = match.index + found.length;
  }
  if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end), href: null });
  return parts;
}

function hrefOf(found: string): string | null {
  if (/^https?:\/\//i.test(found)) return URL.parse(found)?.href ?? null;
  return mailto(found);
}

/** A message to this address only, whatever else was written into it. */
export function mailto(address: string): string {
  return `mailto:${encodeURIComponent(address).replaceAll("%40", "@")}`;
}
