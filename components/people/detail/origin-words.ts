import type { ConfirmationView, ValueOriginView } from "@/lib/participants/application-detail-view";

const WAYS: Record<string, string> = {
  sync: "first read",
  reconcile: "reconcile",
  portal: "their own look in the portal",
};

/** By which way something came, in a word or two; a delivery's type is a webhook. `null`: nothing tells. */
export function wayWord(kind: string | null): string {
  if (kind === null) return "read from Revento";
  return Object.hasOwn(WAYS, kind) ? (WAYS[kind] ?? kind) : "webhook";
}

/** What the hint beside a value says before the moment. */
export function originSentence({ kind, isFirst }: ValueOriginView): string {
  const way = kind !== null && wayWord(kind) === "webhook" ? `webhook ${kind}` : wayWord(kind);
  if (!isFirst) return `Changed: ${way}`;
  return kind === null ? "Unchanged since Foyer has it" : `Unchanged since the ${way}`;
}

/** A read confirms what it saw, not what it brought: so much later it must have been another. */
const LATER_MS = 60_000;

/** The full read that saw a value as it is now, after it came. `null`: none did since. */
export function confirmingRead(
  origin: ValueOriginView,
  { lastRead }: ConfirmationView,
): { kind: string; at: string } | null {
  if (!lastRead || lastRead.at === null) return null;
  const isLater = Date.parse(lastRead.at) - Date.parse(origin.at) > LATER_MS;
  return isLater ? { kind: lastRead.kind, at: lastRead.at } : null;
}
