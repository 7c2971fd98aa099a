/** The two lists of people. */
export const LIST_KINDS = ["applications", "participants"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/**
 * What a field holds, and with it which questions it can be asked. `choice`: one word of a few. `text`,
 * `number`, `boolean`, `date` (a day as it was answered) and `list` are answers' kinds; `moment` is a
 * time of Revento's, asked by the day in the event's own zone.
 */
export type FieldKind = "choice" | "text" | "number" | "boolean" | "date" | "list" | "moment";

/** The fields that every application has, by the names that addresses use. */
export const BUILT_IN_FIELDS = {
  status: "choice",
  role: "choice",
  wave: "choice",
  decision: "choice",
  reviewer: "choice",
  domain: "choice",
  duplicates: "choice",
  name: "text",
  email: "text",
  submitted: "moment",
  registered: "moment",
  reviewed: "moment",
  updated: "moment",
} as const satisfies Record<string, FieldKind>;
export type BuiltInField = keyof typeof BUILT_IN_FIELDS;

/** Those of them that a list can be ordered by. */
export const SORT_FIELDS = [
  "submitted",
  "name",
  "updated",
  "status",
  "email",
  "role",
  "decision",
  "registered",
  "reviewed",
] as const satisfies readonly BuiltInField[];
export type SortField = (typeof SORT_FIELDS)[number];

/** Fields of the event's own form are named `answers.<field>`. */
const ANSWER = "answers.";

export const answerField = (key: string): string => ANSWER + key;

/** The form's field that `answers.<field>` names; null for another name. */
export function answerKeyOf(field: string): string | null {
  return field.startsWith(ANSWER) && field.length > ANSWER.length
    ? field.slice(ANSWER.length)
    : null;
}

export function isBuiltInField(field: string): field is BuiltInField {
  return Object.hasOwn(BUILT_IN_FIELDS, field);
}
