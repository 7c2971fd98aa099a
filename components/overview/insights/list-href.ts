/** Where the applications of an address (lib/list-address, without "?") are listed. */
export function listHref(eventId: string, address: string): string {
  return `/events/${eventId}/applications?${address}`;
}
