import {
  createLoader,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
  type SearchParams,
} from "nuqs/server";
import type { ListKind } from "@/components/queries/event-queries";

/** The orders of a list, as its address and the API name them. */
export const SORTS = [
  { value: "-submitted", word: "Newest first" },
  { value: "submitted", word: "Oldest first" },
  { value: "name", word: "Name A to Z" },
  { value: "-name", word: "Name Z to A" },
  { value: "-updated", word: "Last changed" },
  { value: "updated", word: "Unchanged longest" },
] as const;
export type Sort = (typeof SORTS)[number]["value"];

const VALUES = SORTS.map(({ value }) => value);
const DEFAULT_SORT: Record<ListKind, Sort> = { applications: "-submitted", participants: "name" };

/** What of a list lives in the address, so that a copied link opens the same list. */
export function listAddressOf(kind: ListKind) {
  return {
    status: parseAsNativeArrayOf(parseAsString),
    q: parseAsString.withDefault(""),
    sort: parseAsStringLiteral(VALUES).withDefault(DEFAULT_SORT[kind]),
    selected: parseAsString,
  };
}

/** Reads a list's filters on the server. What the list cannot be asked is left out. */
export async function loadListAddress(kind: ListKind, search: Promise<SearchParams>) {
  const { status, q, sort } = await createLoader(listAddressOf(kind))(search);
  return cleanFilters({ status, q, sort });
}

/** The filters as both sides name them in the query's key. */
export function cleanFilters({ status, q, sort }: { status: string[]; q: string; sort: Sort }) {
  const printable = (text: string) => text.replaceAll("\0", "");
  const words = status.map((each) => printable(each).slice(0, 64)).filter(Boolean);
  const asked = [...new Set(words)].slice(0, 12);
  return { status: asked, q: printable(q).trim().slice(0, 200), sort };
}
