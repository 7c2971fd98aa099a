/** The parameters of an address, without those that are empty: a filter that is not set. */
export function queryOf({ url }: Pick<Request, "url">): Record<string, string> {
  const given = [...new URL(url).searchParams].filter(([, value]) => value !== "");
  return Object.fromEntries(given);
}
