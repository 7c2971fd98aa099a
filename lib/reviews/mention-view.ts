import type { NoteAuthorView } from "./note-view";

/**
 * A note that names whoever asks. `at`: when it did so, ISO 8601. `name`: of the person it is about, null where that is
 * not to be seen. `text`: its beginning.
 */
export type MentionView = {
  noteId: string;
  participantId: string;
  name: string | null;
  author: NoteAuthorView;
  text: string;
  at: string;
  isUnread: boolean;
};

/** The newest first. */
export type MentionsView = { mentions: MentionView[] };
