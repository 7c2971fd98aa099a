import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";
import { deleteNoteInEvent } from "@/lib/reviews/delete-note-in-event";
import { updateNoteInEvent } from "@/lib/reviews/update-note-in-event";

export const PATCH = handle(
  { actor: "member", permission: "notes.write", body: 16 * KIB },
  (actor, input, params) => updateNoteInEvent(actor, { ...input, ...params }),
);

export const DELETE = handle({ actor: "member", permission: "notes.write" }, (actor, _, params) =>
  deleteNoteInEvent(actor, params),
);
