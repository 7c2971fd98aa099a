import { answerKeyOf } from "@/lib/list-address/list-fields";

const WORDS: Record<string, string> = {
  name: "Name",
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
  participant: "Participant",
  application: "Application",
};

/** What stands over each of these columns, each different from the others: two fields can read alike. */
export function exportHeadings(columns: readonly string[]): string[] {
  const alike = Map.groupBy(columns, (column) => exportHeading(column).toLowerCase());
  const taken = new Set<string>();
  return columns.map((column) => {
    const heading = exportHeading(column);
    const key = answerKeyOf(column);
    const isAlone = alike.get(heading.toLowerCase())?.length === 1;
    const told = isAlone || key === null ? heading : `${heading} (${key})`;
    let unique = told;
    for (let n = 2; taken.has(unique.toLowerCase()); n += 1) unique = `${told} ${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** What stands over a column, as on the page: `answers.favorite_track` → "Favorite track". */
export function exportHeading(column: string): string {
  const key = answerKeyOf(column);
  if (key === null) return WORDS[column] ?? column;
  const words = key.replaceAll(/[_-]+/g, " ").trim();
  return words === "" ? key : words.charAt(0).toUpperCase() + words.slice(1);
}
