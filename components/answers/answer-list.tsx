import type { RestOfAnswerQuery } from "@/components/queries/answer-queries";
import { labelOfField } from "./answer-value";
import { LongAnswer } from "./long-answer";

type Props = {
  fields: Record<string, unknown>;
  /** Full length of the answers that `fields` has only the beginning of. */
  cut: Record<string, number>;
  rest: (key: string, from: number) => RestOfAnswerQuery;
};

/** Every answer of the form, in the order of the form. */
export function AnswerList({ fields, cut, rest }: Props) {
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-3.5">
      {Object.entries(fields).map(([key, value]) => (
        <div key={key}>
          <dt className="text-soft text-xs [overflow-wrap:anywhere]">{labelOfField(key)}</dt>
          <dd className="mt-0.5 text-sm leading-relaxed [overflow-wrap:anywhere]">
            <LongAnswer value={value} name={key} cut={cut} rest={(from) => rest(key, from)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
