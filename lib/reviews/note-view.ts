/** Somebody of the team, by the name that they have now; null: they have none, or are not in the team any more. */
export type NoteAuthorView = { id: string; name: string | null; isSelf: boolean };

/**
 * What somebody of the team wrote about an application. Times are ISO 8601. `replyTo`: the note that begins the thread.
 * Of a deleted one the text is gone (""), and that there was one stays.
 */
export type NoteView = {
  id: string;
  replyTo: string | null;
  author: NoteAuthorView;
  text: string;
  mentions: NoteAuthorView[];
  /** Counts its edits: whoever changes it says which one they saw. */
  version: number;
  createdAt: string;
  editedAt: string | null;
  deletedAt: string | null;
  canEdit: boolean;
  canDelete: boolean;
};

/** The notes of an application, the oldest first. */
export type NotesView = { notes: NoteView[] };
