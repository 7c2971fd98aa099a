/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { FORM_FIELDS } from "../seed/form-fields";
import type { CustomFormFields } from "../wire/format-participant";

/** The answers of an application under the questions of the event's form, in the form's order. */
export function AnswerList({ answers }: { answers: CustomFormFields }) {
  const known = FORM_FIELDS.map(({ key, label }) => ({ key: String(key), label: String(label) }));
  const others = Object.keys(answers)
    .filter((key) => !known.some((field) => field.key === key))
    .map((key) => ({ key, label: key }));
  return (
    <dl class="facts">
      {[...known, ...others].map(({ key, label }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd dir="auto">{wordsOf(answers[key])}</dd>
        </div>
      ))}
    </dl>
  );
}

function wordsOf(answer: unknown): Child {
  if (answer === undefined || answer === null || answer === "") {
    return <span class="hint">No answer</span>;
  }
  if (typeof answer === "boolean") return answer ? "Yes" : "No";
  if (Array.isArray(answer)) {
    return answer.length === 0 ? <span class="hint">None</span> : answer.map(String).join(", ");
  }
  return typeof answer === "object" ? JSON.stringify(answer) : String(answer);
}
