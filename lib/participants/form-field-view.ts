/**
 * A field of the event's own form, known from what was answered: how many did, and what kind of thing.
 * `text` where answers are of several kinds, `object` where nothing can be asked of them but whether
 * they exist.
 */
export type FormFieldView = {
  key: string;
  kind: "text" | "date" | "number" | "boolean" | "list" | "object";
  answered: number;
};
