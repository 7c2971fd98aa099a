import type { RestOfAnswerQuery } from "@/components/queries/answer-queries";
import type { CutsView } from "@/lib/revento/cuts-view";
import { labelOfField } from "./answer-value";
import { CutNote, LeftOutNote, longLabel } from "./cut-note";
import { LongAnswer } from "./long-answer";

type Props = {
  fields: Record<string, unknown>;
  /** Full length of the answers that `fields` has only the beginning of. */
  cut: Record<string, number>;
  cuts: CutsView | null;
  rest: (key: string, from: number) => RestOfAnswerQuery;
};

/** Every answer of the form, in the order of the form. */
export function AnswerList({ fields, cut, cuts, rest }: Props) {
  return (
    <>
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-3.5">
        {Object.entries(fields).map(([key, value]) => (
          <div key={key}>
            <dt className="text-soft text-xs [overflow-wrap:anywhere]">
              {longLabel(key, cuts) ?? labelOfField(key)}
            </dt>
            <dd className="mt-0.5 text-sm leading-relaxed [overflow-wrap:anywhere]">
              <LongAnswer value={value} name={key} cut={cut} rest={(from) => rest(key, from)} />
              <CutNote name={key} cuts={cuts} />
            </dd>
          </div>
        ))}
      </dl>
      <LeftOutNote cuts={cuts} />
    </>
  );
}
