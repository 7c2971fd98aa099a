/** The pages of a portal behind its door, as `?to=` names them. */
const PLACES = ["program", "agenda", "me"] as const;
export type PortalPlace = (typeof PLACES)[number];

export function isPortalPlace(text: unknown): text is PortalPlace {
  return (PLACES as readonly unknown[]).includes(text);
}

/** Where in the portal somebody wants to be who signs in at this address: a path of the portal. */
export function placeAfterSignIn(eventId: string, { pathname, search }: Location | URL): string {
  const portal = `/portal/${encodeURIComponent(eventId)}`;
  const to = new URLSearchParams(search).get("to") ?? pathname.slice(portal.length + 1);
  return isPortalPlace(to) ? `${portal}/${to}` : portal;
}
