/** What somebody pasted: the addresses in it, each once, and the pieces that are none. */
export type PastedEmails = { emails: string[]; unread: string[] };

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;

/** Brackets, and quotation marks of every kind. */
const OPENING = /^[<([{"'\u2018-\u201f\u2039\u203a\u00ab\u00bb\u300c-\u300f]+/u;
const CLOSING = /[>)\].}"'\u2018-\u201f\u2039\u203a\u00ab\u00bb\u300c-\u300f]/u;
/** What shows nothing and comes along from web pages and tables. */
const UNSEEN = /\p{Cf}/gu;
/** What stands between addresses, besides spaces: also the commas of other scripts, and bars. */
const BETWEEN = /[;,\t|\u3001\uff0c\uff1b\u060c\u061b]+/;

/**
 * Finds the e-mail addresses in a pasted text: with commas, semicolons, tabs, spaces or lines between
 * them, alone or as `Name <address>`, also `"Surname, Name" <address>`.
 */
export function readEmails(text: string): PastedEmails {
  const emails = new Map<string, string>();
  const unread: string[] = [];
  const take = (email: string) => {
    if (!emails.has(email.toLowerCase())) emails.set(email.toLowerCase(), email);
  };
  for (const line of text.replaceAll(UNSEEN, "").split(/[\r\n\u2028\u2029]+/)) {
    const { bracketed, rest } = takeBrackets(line);
    for (const email of bracketed) take(email);
    for (const piece of rest.split(BETWEEN)) readPiece(piece, take, unread);
  }
  return { emails: [...emails.values()], unread: [...new Set(unread)] };
}

/** The addresses that stand in brackets, and the line without them and without the names before them. */
function takeBrackets(line: string): { bracketed: string[]; rest: string } {
  const bracketed: string[] = [];
  const rest: string[] = [];
  const [last = "", ...closed] = line.split(">").reverse();
  for (const part of closed.reverse()) {
    const open = part.lastIndexOf("<");
    if (open === -1) {
      rest.push(part);
      continue;
    }
    const inside = bare(part.slice(open + 1).trim());
    if (ADDRESS.test(inside)) bracketed.push(inside);
    rest.push(withoutName(part.slice(0, open)));
  }
  return { bracketed, rest: [...rest, last].join(";") };
}

/** What stands before a name: everything up to its quotes, the last semicolon or the last address. */
function withoutName(text: string): string {
  const trimmed = text.trimEnd();
  if (trimmed.endsWith('"')) return trimmed.slice(0, trimmed.lastIndexOf('"', trimmed.length - 2));
  const at = trimmed.lastIndexOf("@");
  const afterAddress = at === -1 ? 0 : at + endOfWord(trimmed.slice(at));
  return trimmed.slice(0, Math.max(trimmed.lastIndexOf(";"), afterAddress));
}

function endOfWord(text: string): number {
  const end = text.search(/[\s,;]/);
  return end === -1 ? text.length : end;
}

function readPiece(piece: string, take: (email: string) => void, unread: string[]): void {
  const words = piece.split(/\s+/).map(bare).filter(Boolean);
  const found = words.filter((word) => ADDRESS.test(word));
  for (const email of found) take(email);
  if (found.length === 0 && words.length > 0) unread.push(words.join(" "));
}

/** An address as it stands in prose: without brackets, quotes, or the full stop that ends the sentence. */
function bare(word: string): string {
  let end = word.length;
  while (end > 0 && CLOSING.test(word.charAt(end - 1))) end -= 1;
  const address = word
    .slice(0, end)
    .replace(OPENING, "")
    .replace(/^mailto:/i, "");
  // What a link adds: ?subject=…
  const [email = ""] = address.split("?", 1);
  return email.trim();
}
