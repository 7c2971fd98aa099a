/** A browser, or a frame in one, that asks for one event's portal. The hash is SHA-256 in hex. */
export type Visitor = { eventId: string; sessionHash: string | null };
