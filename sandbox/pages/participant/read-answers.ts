import { FORM_FIELDS, type FormField } from "../../seed/form-fields";
import type { CustomFormFields } from "../../wire/format-participant";

/** Answers as a form gave them, and by field what is wrong with them (nothing: they can be sent). */
export type ReadAnswers = { answers: CustomFormFields; problems: Record<string, string> };

/** How a field of the event's form is called in the HTML form. */
export function nameOfField(key: string): string {
  return `answer.${key}`;
}

/**
 * Reads the event's own form fields. What is left empty has no answer (null where there was one
 * before); answers of `before` that are no fields of the form are kept.
 */
export function readAnswers(form: FormData, before: CustomFormFields): ReadAnswers {
  const answers: CustomFormFields = { ...before };
  const problems: Record<string, string> = {};
  const fields: readonly FormField[] = FORM_FIELDS;
  for (const field of fields) {
    const given = form
      .getAll(nameOfField(field.key))
      .map((value) => String(value).replaceAll("\r\n", "\n").trim());
    const problem = findProblem(field, given);
    if (problem) problems[field.key] = problem;
    const answer = answerOf(field, given);
    if (answer !== undefined || field.key in before) answers[field.key] = answer ?? null;
  }
  return { answers, problems };
}

function answerOf(field: FormField, given: string[]): unknown {
  const [first = ""] = given;
  switch (field.kind) {
    case "boolean":
      return first === "yes";
    case "choices":
      return given.filter((choice) => choice !== "");
    case "number":
      return first === "" || Number.isNaN(Number(first)) ? undefined : Number(first);
    default:
      return first === "" ? undefined : first;
  }
}

function findProblem(field: FormField, given: string[]): string | undefined {
  const filled = given.filter((value) => value !== "");
  const [first] = filled;
  if (first === undefined) return undefined;
  switch (field.kind) {
    case "choice":
    case "choices":
      return filled.every((choice) => field.options?.includes(choice))
        ? undefined
        : "This is none of the choices.";
    case "number":
      return Number.isFinite(Number(first)) ? undefined : "This is not a number.";
    case "date":
      return isDate(first) ? undefined : "This is not a date.";
    default:
      return undefined;
  }
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
