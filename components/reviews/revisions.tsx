import { RotateCcw } from "lucide-react";
import { Answer } from "@/components/answers/answer";
import { labelOfField } from "@/components/answers/answer-value";
import { ExactTime } from "@/components/time/exact-time";
import type { RevisionView } from "@/lib/reviews/rating-view";

/** What was answered otherwise since one's own rating: field by field, round by round, side by side. */
export function Revisions({ revisions }: { revisions: readonly RevisionView[] }) {
  if (revisions.length === 0) return null;
  const fields = [...new Set(revisions.flatMap(({ answers }) => Object.keys(answers)))];
  return (
    <div className="grid gap-2 rounded-md bg-pending-tint p-3">
      <p className="flex items-center gap-2 text-pending text-sm">
        <RotateCcw aria-hidden="true" size={14} className="shrink-0" />
        Changed since you rated. Rating again says that you have seen it.
      </p>
      <section
        aria-label="Changes since your rating"
        data-strip=""
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls by keys needs a stop
        tabIndex={0}
        className="relative overflow-x-auto rounded-md bg-surface"
      >
        <table className="w-full border-collapse text-left text-sm">
          <thead>
            <tr className="text-soft text-xs">
              <th scope="col" className="px-3 py-2 font-normal">
                Answer
              </th>
              <th scope="col" className="min-w-36 px-3 py-2 font-normal">
                When you rated
              </th>
              {revisions.map(({ at }) => (
                <th key={at} scope="col" className="min-w-36 px-3 py-2 font-normal">
                  <ExactTime at={at} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field} className="border-line border-t align-top">
                <th
                  scope="row"
                  className="px-3 py-2 font-normal text-soft [overflow-wrap:anywhere]"
                >
                  {labelOfField(field)}
                </th>
                <td className="px-3 py-2 [overflow-wrap:anywhere]">
                  <Answer value={firstOf(revisions, field)} />
                </td>
                {revisions.map(({ at, answers }) => (
                  <td key={at} className="px-3 py-2 [overflow-wrap:anywhere]">
                    {Object.hasOwn(answers, field) ? (
                      <Answer value={answers[field]?.[1]} />
                    ) : (
                      <span className="text-soft">unchanged</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** What stood there before the first of the changes. */
function firstOf(revisions: readonly RevisionView[], field: string): unknown {
  return revisions.find(({ answers }) => Object.hasOwn(answers, field))?.answers[field]?.[0];
}
