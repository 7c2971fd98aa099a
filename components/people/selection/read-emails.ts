/** What somebody pasted: the addresses in it, each once, and the pieces that are none. */
export type PastedEmails = { emails: string[]; unread: string[] };

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;

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
  for (const line of text.split(/[\r\n]+/)) {
    // What stands in brackets is the address; whatever names stand around it are not asked about.
    const bracketed = [...line.matchAll(/<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+?)\s*>/gi)];
    for (const [, email = ""] of bracketed) take(email);
    const rest = line.replaceAll(/("[^"]*"|[^<>;"@]*)\s*<[^<>]*>/g, ";");
    for (const piece of rest.split(/[;,\t]+/)) readPiece(piece, take, unread);
  }
  return { emails: [...emails.values()], unread: [...new Set(unread)] };
}

function readPiece(piece: string, take: (email: string) => void, unread: string[]): void {
  const words = piece.split(/\s+/).map(bare).filter(Boolean);
  const found = words.filter((word) => ADDRESS.test(word));
  for (const email of found) take(email);
  if (found.length === 0 && words.length > 0) unread.push(words.join(" "));
}

/** An address as it stands in prose: without brackets, quotes, or the full stop that ends the sentence. */
function bare(word: string): string {
  return word
    .replace(/^[<("'[]+|[>)"'\].]+$/g, "")
    .replace(/^mailto:/i, "")
    .trim();
}
