import type { Picked } from "@/lib/list-address/picked";

export const NOBODY: Picked = { ids: [] };

export function isPicked(picked: Picked, id: string): boolean {
  return "ids" in picked ? picked.ids.includes(id) : !picked.allBut.includes(id);
}

/** The same choice with these rows picked, or left out. */
export function pick(picked: Picked, ids: readonly string[], isOn: boolean): Picked {
  const these = new Set(ids);
  if ("ids" in picked) {
    const others = picked.ids.filter((id) => !these.has(id));
    return { ids: isOn ? [...others, ...these] : others };
  }
  const others = picked.allBut.filter((id) => !these.has(id));
  return { allBut: isOn ? others : [...others, ...these] };
}

/** The rows from one to another, both included, in the order of the list; only `to` where `from` is gone. */
export function between(rows: readonly string[], from: string | null, to: string): string[] {
  const end = rows.indexOf(to);
  const start = from === null ? -1 : rows.indexOf(from);
  if (end < 0) return [];
  if (start < 0) return [to];
  return rows.slice(Math.min(start, end), Math.max(start, end) + 1);
}

/** How many are picked; `total` is the size of the list, null while nobody knows. */
export function countPicked(picked: Picked, total: number | null): number | null {
  if ("ids" in picked) return picked.ids.length;
  return total === null ? null : Math.max(0, total - picked.allBut.length);
}
