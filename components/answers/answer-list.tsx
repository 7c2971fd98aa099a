import { Answer } from "./answer";
import { labelOfField } from "./answer-value";

/** Every answer of the form, in the order of the form. */
export function AnswerList({ fields }: { fields: Record<string, unknown> }) {
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-3.5">
      {Object.entries(fields).map(([key, value]) => (
        <div key={key}>
          <dt className="text-soft text-xs [overflow-wrap:anywhere]">{labelOfField(key)}</dt>
          <dd className="mt-0.5 text-sm leading-relaxed [overflow-wrap:anywhere]">
            <Answer value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
