import { labelOfField } from "@/components/answers/answer-value";
import { answerKeyOf } from "@/lib/list-address/list-fields";

const WORDS: Record<string, string> = {
  name: "Name",
  answers: "Answers",
  status: "Status",
  role: "Role",
  wave: "Wave",
  decision: "Decision",
  reviewer: "Reviewer",
  domain: "E-mail domain",
  duplicates: "Possible duplicates",
  email: "E-mail",
  submitted: "Submitted",
  registered: "Registered",
  reviewed: "Reviewed",
  updated: "Changed",
  rating: "Rating",
  "own-rating": "Your rating",
  reviews: "Reviews",
  spread: "Spread of ratings",
  notes: "Notes",
  labels: "Labels",
  assignee: "Assigned to",
  "second-look": "Changed since you rated",
};

/** A field or column as people call it: `submitted` → "Submitted", `answers.favorite_track` → "Favorite track". */
export function fieldWord(field: string): string {
  const key = answerKeyOf(field);
  if (key !== null) return labelOfField(key);
  return Object.hasOwn(WORDS, field) ? (WORDS[field] ?? field) : labelOfField(field);
}
