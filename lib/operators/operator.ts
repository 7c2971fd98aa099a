/** Whoever asks for the console: a browser with an operator's session, or one without. The hash is SHA-256 in hex. */
export type OperatorActor = { operatorSessionHash: string | null };

/** A signed-in operator: an e-mail address, or "local" with a one-time link. */
export type Operator = { name: string };

/** Who comes in with a one-time link: whoever may read what the machine prints. No address reads like this. */
export const LOCAL_OPERATOR = "local";
