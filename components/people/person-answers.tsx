import { CutNote, LeftOutNote, longLabel } from "@/components/answers/cut-note";
import { LongAnswer } from "@/components/answers/long-answer";
import { answerQueries } from "@/components/queries/answer-queries";
import { useSight } from "@/components/queries/use-sight";
import { answerField } from "@/lib/list-address/list-fields";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { FieldRow } from "./detail/field-row";

/** Why there is nothing to read. */
function noAnswersWords(status: string | null, seesAnswers: boolean): string {
  if (!seesAnswers) return "Your role in this event does not see answers.";
  return status === null ? "There was no form to fill in." : "The form asked nothing of its own.";
}

type Props = { eventId: string; person: ApplicationDetailView; changed: ReadonlySet<string> };

/** Every answer of somebody in the order of the form, or why there are none. */
export function PersonAnswers({ eventId, person, changed }: Props) {
  const answers = Object.entries(person.fields);
  const sight = useSight(eventId);
  return (
    <section aria-label="Answers">
      <h3 className="sr-only">Answers</h3>
      {answers.length === 0 ? (
        <p className="text-soft text-sm">{noAnswersWords(person.status, sight.answers)}</p>
      ) : (
        <dl className="grid grid-cols-[minmax(0,1fr)] gap-4">
          {answers.map(([key, value]) => (
            <FieldRow
              key={key}
              field={answerField(key)}
              label={longLabel(key, person.cuts)}
              person={person}
              changed={changed}
              isReading
            >
              <LongAnswer
                value={value}
                name={key}
                cut={person.cutAnswers}
                rest={(from) => answerQueries.inEvent(eventId, person.participantId, key, from)}
              />
              <CutNote name={key} cuts={person.cuts} />
            </FieldRow>
          ))}
        </dl>
      )}
      <LeftOutNote cuts={person.cuts} />
    </section>
  );
}
