/**
 * Whoever asks: a browser with a session, or one without. The hash is SHA-256 in hex. `wasReplaced`: its
 * session got a newer id minutes ago, which another tab of the browser holds by now.
 */
export type Actor = { sessionHash: string | null; wasReplaced?: true };
