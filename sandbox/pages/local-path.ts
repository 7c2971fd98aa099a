/** A path of this site as given by a form or link; the fallback for anything that leads elsewhere. */
export function localPath(given: unknown, fallback: string): string {
  if (typeof given !== "string" || !given.startsWith("/")) return fallback;
  const base = "http://revento.invalid";
  const url = URL.canParse(given, base) ? new URL(given, base) : undefined;
  if (url?.origin !== base || url.pathname.startsWith("//")) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
