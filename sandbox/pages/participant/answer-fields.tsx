/** @jsxImportSource hono/jsx */
import { FORM_FIELDS, type FormField } from "../../seed/form-fields";
import type { CustomFormFields } from "../../wire/format-participant";
import { nameOfField } from "./read-answers";

type AnswerFieldsProps = { answers: CustomFormFields; problems: Record<string, string> };

/** The event's own form, one control per field, filled with the answers there are. */
export function AnswerFields({ answers, problems }: AnswerFieldsProps) {
  const fields: readonly FormField[] = FORM_FIELDS;
  return (
    <>
      {fields.map((field) => (
        <AnswerField
          key={field.key}
          field={field}
          answer={answers[field.key]}
          problem={problems[field.key]}
        />
      ))}
    </>
  );
}

type AnswerFieldProps = { field: FormField; answer: unknown; problem: string | undefined };

function AnswerField({ field, answer, problem }: AnswerFieldProps) {
  const name = nameOfField(field.key);
  if (field.kind === "boolean") {
    return (
      <label class="tick">
        <input type="checkbox" name={name} value="yes" checked={answer === true} />
        <span>{field.label}</span>
      </label>
    );
  }
  if (field.kind === "choices") {
    return (
      <fieldset class="ticks">
        <legend>{field.label}</legend>
        {(field.options ?? []).map((option) => (
          <label key={option} class="tick">
            <input
              type="checkbox"
              name={name}
              value={option}
              checked={Array.isArray(answer) && answer.includes(option)}
            />
            <span>{option}</span>
          </label>
        ))}
        <Problem text={problem} id={`${name}-problem`} />
      </fieldset>
    );
  }
  return (
    <div class="field">
      <label for={name}>{field.label}</label>
      <Control field={field} answer={answer} problem={problem} />
      <Problem text={problem} id={`${name}-problem`} />
    </div>
  );
}

const INPUT_TYPES: Readonly<Record<string, string>> = { number: "number", date: "date" };

function Control({ field, answer, problem }: AnswerFieldProps) {
  const name = nameOfField(field.key);
  const value = answer === undefined || answer === null ? "" : String(answer);
  const wrong = problem
    ? { "aria-invalid": "true" as const, "aria-describedby": `${name}-problem` }
    : {};
  if (field.kind === "long_text") {
    return (
      <textarea id={name} name={name} rows={4} dir="auto" {...wrong}>
        {value}
      </textarea>
    );
  }
  if (field.kind === "choice") {
    return (
      <select id={name} name={name} {...wrong}>
        <option value="">No answer</option>
        {(field.options ?? []).map((option) => (
          <option key={option} value={option} selected={option === value}>
            {option}
          </option>
        ))}
      </select>
    );
  }
  const type = INPUT_TYPES[field.kind] ?? "text";
  return <input id={name} name={name} type={type} value={value} dir="auto" {...wrong} />;
}

function Problem({ text, id }: { text: string | undefined; id: string }) {
  return text ? (
    <p class="problem" id={id}>
      {text}
    </p>
  ) : null;
}
