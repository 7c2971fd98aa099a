import { useState } from "react";
import { Failure } from "@/components/ui/failure";
import { useShortcut } from "@/components/ui/use-shortcut";
import { type CriterionView, pointsOf } from "@/lib/reviews/review-settings-view";
import { CommentField } from "./comment-field";
import { CriterionField } from "./criterion-field";
import type { OwnRating } from "./use-rating";

type Props = { criteria: readonly CriterionView[]; own: OwnRating };

/**
 * Points for each criterion. A digit gives them to the one that is marked and goes on to the next without any; the same
 * digit takes them back.
 */
export function OwnRatingForm({ criteria, own }: Props) {
  const { given, give, error } = own;
  const { marked, mark } = useMarked(criteria, given.scores);
  function rate(criterion: CriterionView, points: number): void {
    const { [criterion.id]: before, ...others } = given.scores;
    const isTakenBack = before === points;
    const scores = isTakenBack ? others : { ...others, [criterion.id]: points };
    give({ scores, abstain: false });
    mark(isTakenBack ? criterion.id : nextWithout(criteria, scores, criterion.id));
  }
  const abstain = () => give({ abstain: !given.abstain, ...(given.abstain ? {} : { scores: {} }) });
  useShortcut("a", abstain);
  return (
    <>
      <div className="grid gap-3">
        {criteria.map((criterion) => (
          <CriterionField
            key={criterion.id}
            criterion={criterion}
            points={given.scores[criterion.id]}
            isMarked={criteria.length > 1 && criterion.id === marked?.id}
            onMark={() => mark(criterion.id)}
            onRate={(points) => rate(criterion, points)}
          />
        ))}
      </div>
      {marked ? <Digits criterion={marked} onRate={(points) => rate(marked, points)} /> : null}
      <div className="flex flex-wrap items-start gap-2">
        <button
          type="button"
          aria-pressed={given.abstain}
          aria-keyshortcuts="A"
          title="Abstain (A)"
          onClick={abstain}
          className="min-h-9 rounded-md px-2 text-sm text-soft hover:bg-sunken hover:text-ink aria-pressed:bg-ink aria-pressed:text-surface pointer-coarse:min-h-11"
        >
          {given.abstain ? "Abstained" : "Abstain"}
        </button>
        <CommentField comment={given.comment} onSave={(comment) => give({ comment })} />
      </div>
      <Failure error={error} />
    </>
  );
}

/** The criterion that digits give points to: the one chosen, or the first without any. */
function useMarked(criteria: readonly CriterionView[], scores: Record<string, number>) {
  const [chosen, mark] = useState<string | null>(null);
  const first = criteria.find(({ id }) => scores[id] === undefined) ?? criteria[0];
  return { marked: criteria.find(({ id }) => id === chosen) ?? first, mark };
}

function nextWithout(
  criteria: readonly CriterionView[],
  scores: Record<string, number>,
  after: string,
): string {
  const at = criteria.findIndex(({ id }) => id === after);
  const inTurn = [...criteria.slice(at + 1), ...criteria.slice(0, at)];
  return inTurn.find(({ id }) => scores[id] === undefined)?.id ?? after;
}

type DigitsProps = { criterion: CriterionView; onRate: (points: number) => void };

/** The digits: the first gives the lowest points of the scale. */
function Digits({ criterion, onRate }: DigitsProps) {
  const points = pointsOf(criterion.scale);
  const press = (at: number) => {
    const given = points[at];
    if (given !== undefined) onRate(given);
  };
  useShortcut("1", () => press(0));
  useShortcut("2", () => press(1));
  useShortcut("3", () => press(2));
  useShortcut("4", () => press(3));
  useShortcut("5", () => press(4));
  return null;
}
