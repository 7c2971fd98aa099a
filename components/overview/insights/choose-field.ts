import type { FormFieldView } from "@/lib/participants/form-field-view";

const TELLING: readonly FormFieldView["kind"][] = ["text", "list", "boolean"];

/** The field that an address asks for, if the form has it; or else the one that tells most. */
export function chooseField(fields: readonly FormFieldView[], asked: string | null): string | null {
  if (fields.some(({ key }) => key === asked)) return asked;
  const telling = fields.find(({ kind }) => TELLING.includes(kind));
  return (telling ?? fields[0])?.key ?? null;
}
