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
  rating: "number",
  "own-rating": "number",
  reviews: "number",
  spread: "number",
  notes: "number",
  labels: "choice",
  assignee: "choice",
  "second-look": "choice",
} as const satisfies Record<string, FieldKind>;
export type BuiltInField = keyof typeof BUILT_IN_FIELDS;

/**
 * Those that the event's own team has made: what ratings come to (1 to 5, of all and one's own), how many there are and
 * how far apart, notes, labels, who is to review, and whether the answers changed since one's own rating.
 */
export const REVIEW_FIELDS = [
  "rating",
  "own-rating",
  "reviews",
  "spread",
  "notes",
  "labels",
  "assignee",
  "second-look",
] as const satisfies readonly BuiltInField[];
export type ReviewField = (typeof REVIEW_FIELDS)[number];

/** Those that a list can be ordered by. */
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
  ...REVIEW_FIELDS,
] as const satisfies readonly BuiltInField[];
export type SortField = (typeof SORT_FIELDS)[number];

export function isReviewField(field: string): field is ReviewField {
  return (REVIEW_FIELDS as readonly string[]).includes(field);
}

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
