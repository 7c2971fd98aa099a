import { answerKeyOf } from "@/lib/list-address/list-fields";

const WORDS: Record<string, string> = {
  name: "Name",
  status: "Status",
  role: "Role",
  wave: "Wave",
  decision: "Decision",
  reviewer: "Reviewer",
  domain: "E-mail domain",
  email: "E-mail",
  submitted: "Submitted",
  registered: "Registered",
  reviewed: "Reviewed",
  updated: "Changed",
  participant: "Participant",
  application: "Application",
};

/** What stands over a column, as on the page: `answers.favorite_track` → "Favorite track". */
export function exportHeading(column: string): string {
  const key = answerKeyOf(column);
  if (key === null) return WORDS[column] ?? column;
  const words = key.replaceAll(/[_-]+/g, " ").trim();
  return words === "" ? key : words.charAt(0).toUpperCase() + words.slice(1);
}
