import { Answer } from "@/components/answers/answer";
import { answerField } from "@/lib/list-address/list-fields";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { FieldRow } from "./detail/field-row";

type Props = { person: ApplicationDetailView; changed: ReadonlySet<string> };

/** Every answer of somebody in the order of the form, or why there are none. */
export function PersonAnswers({ person, changed }: Props) {
  const answers = Object.entries(person.fields);
  return (
    <section aria-label="Answers">
      <h3 className="mb-2 font-medium text-sm">Answers</h3>
      {answers.length === 0 ? (
        <p className="text-soft text-sm">
          {person.status === null
            ? "There was no form to fill in."
            : "The form asked nothing of its own."}
        </p>
      ) : (
        <dl className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
          {answers.map(([key, value]) => (
            <FieldRow key={key} field={answerField(key)} person={person} changed={changed}>
              <Answer value={value} />
            </FieldRow>
          ))}
        </dl>
      )}
    </section>
  );
}
