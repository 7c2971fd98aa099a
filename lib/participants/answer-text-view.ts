/** A stretch of one long answer as text. `nextOffset`: where the next one begins; null after the last. */
export type AnswerTextView = { text: string; nextOffset: number | null };
