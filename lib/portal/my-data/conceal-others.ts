/** Revento's ids of people and of what is theirs (contract 4.5). */
const PERSONAL_ID = /^(usr|ptp|app)_/;

/** Who did something, said to the person whose data it is: a reviewer's id is that reviewer's own. */
export function reviewerFor(userId: string, reviewerId: string | null): string | null {
  if (reviewerId === null) return null;
  return reviewerId === userId ? "you" : "a reviewer";
}

/** JSON with every id of somebody else taken out, at any depth. `own` are the person's own ids. */
export function concealOthers(value: unknown, own: readonly string[]): unknown {
  if (typeof value === "string") {
    return PERSONAL_ID.test(value) && !own.includes(value) ? "somebody else" : value;
  }
  if (Array.isArray(value)) return value.map((each) => concealOthers(each, own));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, concealOthers(each, own)]),
  );
}
