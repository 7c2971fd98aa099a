/** How many rows of what; the most first. */
export function CountList({ counts }: { counts: Record<string, number> }) {
  const entries = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
  if (entries.length === 0) return <p className="text-soft text-sm">Nothing.</p>;
  return (
    <dl className="grid gap-x-8 gap-y-1 text-sm sm:grid-cols-2">
      {entries.map(([noun, count]) => (
        <div key={noun} className="flex items-baseline justify-between gap-3">
          <dt className="text-soft">{noun}</dt>
          <dd className="tabular-nums">{count.toLocaleString("en-GB")}</dd>
        </div>
      ))}
    </dl>
  );
}
