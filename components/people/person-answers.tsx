import { Check, X } from "lucide-react";
import { labelOfField, shapeOfAnswer } from "./answer-value";

type Props = { fields: Record<string, unknown>; hasApplied: boolean };

/** Every answer of the form, in the order of the form. */
export function PersonAnswers({ fields, hasApplied }: Props) {
  const answers = Object.entries(fields);
  return (
    <section aria-label="Answers">
      <h3 className="mb-3 font-medium text-sm">Answers</h3>
      {answers.length === 0 ? (
        <p className="text-soft text-sm">
          {hasApplied ? "The form asked nothing of its own." : "There was no form to fill in."}
        </p>
      ) : (
        <dl className="grid gap-3.5">
          {answers.map(([key, value]) => (
            <div key={key}>
              <dt className="text-soft text-xs">{labelOfField(key)}</dt>
              <dd className="mt-0.5 text-sm leading-relaxed [overflow-wrap:anywhere]">
                <Answer value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Answer({ value }: { value: unknown }) {
  const shape = shapeOfAnswer(value);
  switch (shape.kind) {
    case "none":
      return <span className="text-soft">No answer</span>;
    case "boolean":
      return <YesOrNo value={shape.value} />;
    case "choices":
      return (
        <ul className="flex flex-wrap gap-1.5 pt-0.5">
          {shape.choices.map((choice) => (
            <li key={choice} className="rounded-full bg-sunken px-2.5 py-0.5 text-xs" dir="auto">
              {choice}
            </li>
          ))}
        </ul>
      );
    case "other":
      return <pre className="overflow-x-auto rounded-md bg-sunken p-2 text-xs">{shape.text}</pre>;
    default:
      return (
        <span
          dir="auto"
          className={`block whitespace-pre-wrap ${isParagraph(shape.text) ? "text-start" : "text-left"}`}
        >
          {shape.text}
        </span>
      );
  }
}

/** A word stands under its label; a text begins where its script begins. */
function isParagraph(text: string): boolean {
  return text.length > 60 || text.includes("\n");
}

function YesOrNo({ value }: { value: boolean }) {
  const Icon = value ? Check : X;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden="true" size={15} className={value ? "text-approved" : "text-rejected"} />
      {value ? "Yes" : "No"}
    </span>
  );
}
