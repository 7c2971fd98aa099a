const LOWEST = 1;
const HIGHEST = 5;
const percent = (score: number) => ((score - LOWEST) / (HIGHEST - LOWEST)) * 100;

type Props = { average: number; scores: readonly number[] };

/** Where on the scale each rating stands, and their average; what it shows is also said beside it. */
export function ScoreStrip({ average, scores }: Props) {
  const byScore = Map.groupBy(scores, (score) => score);
  return (
    <div aria-hidden="true" className="mx-1.5 grid gap-1">
      <div className="relative h-5">
        <span className="absolute top-1/2 h-px w-full bg-edge" />
        {[...byScore].map(([score, alike]) => (
          <span
            key={score}
            style={{ left: `${percent(score)}%` }}
            className="absolute top-1/2 grid size-5 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full border border-surface bg-soft text-xs text-surface tabular-nums"
          >
            {alike.length > 1 ? alike.length : null}
          </span>
        ))}
        <span
          style={{ left: `${percent(average)}%` }}
          className="absolute top-0 h-5 w-0.5 -translate-x-1/2 rounded-full bg-accent"
        />
      </div>
      <div className="flex justify-between text-xs text-soft tabular-nums">
        {[1, 2, 3, 4, 5].map((each) => (
          <span key={each} className="w-0 text-center">
            {each}
          </span>
        ))}
      </div>
    </div>
  );
}
