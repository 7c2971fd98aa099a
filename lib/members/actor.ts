/**
 * Whoever asks: a browser with a session, or one without. The hash is SHA-256 in hex. `wasReplaced`: its
 * session got a newer id minutes ago, which another tab of the browser holds by now. Not set where nobody ever came
 * with that newer id: the answer that carried it was lost.
 */
export type Actor = { sessionHash: string | null; wasReplaced?: true };
