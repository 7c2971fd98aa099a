export type AnswerChange = { key: string; before: unknown; after: unknown };

/** What a change of all answers comes to, answer by answer. */
export function answerChanges(before: unknown, after: unknown): AnswerChange[] {
  const [old, now] = [answersOf(before), answersOf(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return keys
    .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]))
    .map((key) => ({ key, before: old[key], after: now[key] }));
}

function answersOf(value: unknown): Record<string, unknown> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? { ...value } : {};
}
