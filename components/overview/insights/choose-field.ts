import type { FormFieldView } from "@/lib/participants/form-field-view";

/** Choices come before yes and no; each time the field that most have answered. */
const TELLING: readonly FormFieldView["kind"][] = ["text", "list", "boolean"];

/** The field that an address asks for, if the form has it; or else the one that tells most. */
export function chooseField(fields: readonly FormFieldView[], asked: string | null): string | null {
  if (fields.some(({ key }) => key === asked)) return asked;
  const telling = TELLING.map((kind) => fields.find((field) => field.kind === kind));
  return (telling.find((field) => field !== undefined) ?? fields[0])?.key ?? null;
}
