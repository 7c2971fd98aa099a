import type { NoteAuthorView } from "./note-view";

/** Who else has an application open now, as far as they said so within 45 s. */
export type PresenceView = { others: NoteAuthorView[] };

/** So often whoever has one open says so, in ms. */
export const PRESENCE_BEAT_MS = 15_000;
