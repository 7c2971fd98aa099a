import { useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { Answer } from "@/components/answers/answer";
import { labelOfField } from "@/components/answers/answer-value";
import { eventQueries } from "@/components/queries/event-queries";
import { useMay } from "@/components/queries/use-may";
import { ExactTime } from "@/components/time/exact-time";
import type { RevisionView } from "@/lib/reviews/rating-view";

type Props = {
  eventId: string;
  participantId: string;
  /** Whether it is a grid, and where. */
  className: string;
};

/** What was answered otherwise since one's own rating: field by field, the rounds of each side by side where there is room. */
export function Revisions({ eventId, participantId, className }: Props) {
  const mayRead = useMay(eventId, "reviews.read");
  const { data: revisions = [] } = useQuery({
    ...eventQueries.ratings(eventId, participantId),
    select: (ratings) => ratings.revisions,
    enabled: mayRead,
  });
  if (revisions.length === 0) return null;
  const fields = [...new Set(revisions.flatMap(({ answers }) => Object.keys(answers)))];
  return (
    <section
      aria-label="Changes since your rating"
      className={`${className} gap-2 rounded-md bg-pending-tint p-3`}
    >
      <p className="flex items-center gap-2 text-pending text-sm">
        <RotateCcw aria-hidden="true" size={14} className="shrink-0" />
        Changed since you rated. Rating again says that you have seen it.
      </p>
      <ul className="divide-y divide-line rounded-md bg-surface px-3 text-sm">
        {fields.map((field) => (
          <li key={field} className="grid gap-1.5 py-2.5">
            <h4 className="font-medium [overflow-wrap:anywhere]" dir="auto">
              {labelOfField(field)}
            </h4>
            <ol className="grid grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-x-4 gap-y-2">
              <Round when="When you rated" value={firstOf(revisions, field)} />
              {revisions
                .filter(({ answers }) => Object.hasOwn(answers, field))
                .map(({ at, answers }) => (
                  <Round key={at} when={<ExactTime at={at} />} value={answers[field]?.[1]} />
                ))}
            </ol>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Round({ when, value }: { when: ReactNode; value: unknown }) {
  return (
    <li className="min-w-0 [overflow-wrap:anywhere]">
      <span className="block text-soft text-xs">{when}</span>
      <Answer value={value} />
    </li>
  );
}

/** What stood there before the first of the changes. */
function firstOf(revisions: readonly RevisionView[], field: string): unknown {
  return revisions.find(({ answers }) => Object.hasOwn(answers, field))?.answers[field]?.[0];
}
