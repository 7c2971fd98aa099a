import { useId } from "react";
import { type CriterionView, pointsOf } from "@/lib/reviews/review-settings-view";

type Props = {
  criterion: CriterionView;
  points: number | undefined;
  /** Digits give points to it. */
  isMarked: boolean;
  onMark: () => void;
  onRate: (points: number) => void;
};

/** The points of one criterion, all of them in sight. */
export function CriterionField({ criterion, points, isMarked, onMark, onRate }: Props) {
  const id = useId();
  const { label, scale } = criterion;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay its legend out beside its buttons
    <div
      role="group"
      aria-labelledby={id}
      data-marked={isMarked || undefined}
      onFocus={onMark}
      className="-mx-2 grid gap-1.5 rounded-md px-2 py-1 data-marked:bg-surface data-marked:shadow-lift"
    >
      <span id={id} className="text-soft text-xs [overflow-wrap:anywhere]" dir="auto">
        {label}
      </span>
      <span className="flex gap-1">
        {pointsOf(scale).map((each, at) => (
          <button
            key={each}
            type="button"
            aria-pressed={points === each}
            aria-label={scale === 5 ? `${each} of 5` : undefined}
            title={`Key ${at + 1}`}
            onClick={() => onRate(each)}
            className="min-h-9 min-w-9 flex-1 rounded-md border border-edge bg-surface text-sm tabular-nums hover:border-ink aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:font-medium aria-pressed:text-on-accent pointer-coarse:min-h-11"
          >
            {scale === 5 ? each : each === 1 ? "Yes" : "No"}
          </button>
        ))}
      </span>
    </div>
  );
}
