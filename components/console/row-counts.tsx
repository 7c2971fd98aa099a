import { CountList } from "@/components/ui/count-list";

/** How many rows of what; the most first. */
export function RowCounts({ counts }: { counts: Record<string, number> }) {
  const entries = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
  if (entries.length === 0) return <p className="text-soft text-sm">Nothing.</p>;
  return <CountList entries={entries} />;
}
