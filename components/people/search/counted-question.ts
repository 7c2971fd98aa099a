/** What of a list's question its counts depend on: everything but the order. */
export function countedQuestion(question: string): string {
  const search = new URLSearchParams(question);
  search.delete("sort");
  return search.toString();
}
