import { AnswerList } from "@/components/answers/answer-list";

type Props = { fields: Record<string, unknown>; hasApplied: boolean };

/** Every answer of somebody, or why there are none. */
export function PersonAnswers({ fields, hasApplied }: Props) {
  return (
    <section aria-label="Answers">
      <h3 className="mb-3 font-medium text-sm">Answers</h3>
      {Object.keys(fields).length === 0 ? (
        <p className="text-soft text-sm">
          {hasApplied ? "The form asked nothing of its own." : "There was no form to fill in."}
        </p>
      ) : (
        <AnswerList fields={fields} />
      )}
    </section>
  );
}
