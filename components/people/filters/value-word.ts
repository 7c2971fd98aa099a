import { labelOfField } from "@/components/answers/answer-value";
import type { ReviewNames } from "@/components/labels/review-names";
import { describeStatus } from "@/components/status/describe-status";
import { isBuiltInField } from "@/lib/list-address/list-fields";
import { withoutHash } from "@/lib/list-address/short-value";
import { shortDay } from "./days";

/** What the words of values need to know: kinds of the form's fields, titles of the waves. */
export type ValueNames = {
  kindOf: (field: string) => string | null;
  /** Null while they are being loaded. */
  waves: ReadonlyMap<string, string> | null;
  /** What the team calls those who review. */
  reviewers: Record<string, string>;
  /** Labels and members of the team, by id. */
  reviews: ReviewNames;
};

const ABSENT: Record<string, string> = {
  status: "No application",
  role: "No role",
  wave: "No wave",
  decision: "No decision",
  reviewer: "Nobody",
  domain: "No e-mail",
  duplicates: "Nothing in common",
  rating: "No rating",
  "own-rating": "Not rated by you",
  spread: "No rating",
  labels: "No label",
  assignee: "Nobody",
};

const SHARED: Record<string, string> = { email: "Same e-mail", name: "Same name" };

/** A value of a field as people read it. */
export function valueWord(field: string, value: string, names: ValueNames): string {
  if (!isBuiltInField(field)) return answerWord(value, names.kindOf(field));
  if (value === "none" && Object.hasOwn(ABSENT, field)) return ABSENT[field] ?? value;
  if (field === "status" || field === "decision") return describeStatus(value).word;
  if (field === "duplicates") return SHARED[value] ?? value;
  if (field === "reviewer" && Object.hasOwn(names.reviewers, value)) {
    return names.reviewers[value] ?? value;
  }
  if (field === "labels") return names.reviews.labels.get(value)?.name ?? "…";
  if (field === "assignee") return names.reviews.members.get(value) ?? "Somebody without a name";
  if (field === "second-look") return value === "yes" ? "Changed" : "Not changed";
  if (field === "role") return labelOfField(value);
  if (field === "wave") return names.waves ? (names.waves.get(value) ?? value) : "…";
  return value;
}

function answerWord(value: string, kind: string | null): string {
  if (kind === "boolean" && value === "true") return "Yes";
  if (kind === "boolean" && value === "false") return "No";
  if (kind === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return shortDay(value);
  return withoutHash(value);
}
