type Props = { entries: readonly [noun: string, count: number][]; columns?: 2 | 3 };

/** How many there are of what. */
export function CountList({ entries, columns = 2 }: Props) {
  return (
    <dl
      className={`grid gap-x-8 gap-y-1 text-sm sm:grid-cols-2 ${columns === 3 ? "lg:grid-cols-3" : ""}`}
    >
      {entries.map(([noun, count]) => (
        <div key={noun} className="flex items-baseline justify-between gap-3">
          <dt className="text-soft">{noun}</dt>
          <dd className="tabular-nums">{count.toLocaleString("en-GB")}</dd>
        </div>
      ))}
    </dl>
  );
}
