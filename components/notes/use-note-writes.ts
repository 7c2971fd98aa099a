import { useMutation, useQueryClient } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";
import type { NoteView } from "@/lib/reviews/note-view";

type Write =
  | { do: "add"; text: string; replyTo: string | null }
  | { do: "edit"; note: NoteView; text: string }
  | { do: "delete"; note: NoteView };

/** Writes, changes and deletes notes about somebody; the list shows it before it counts as done. */
export function useNoteWrites(eventId: string, participantId: string) {
  const client = useQueryClient();
  const at = `/api/events/${encodeURIComponent(eventId)}`;
  return useMutation({
    mutationFn: (write: Write) => {
      if (write.do === "add") {
        const path = `${at}/applications/${encodeURIComponent(participantId)}/notes`;
        const { text, replyTo } = write;
        return send({ method: "POST", path, body: { text, ...(replyTo ? { replyTo } : {}) } });
      }
      const path = `${at}/notes/${write.note.id}`;
      if (write.do === "delete") return send({ method: "DELETE", path });
      const { text, note } = write;
      return send({ method: "PATCH", path, body: { text, version: note.version } });
    },
    onSettled: () => client.invalidateQueries(eventQueries.notes(eventId, participantId)),
  });
}

export type NoteWrites = ReturnType<typeof useNoteWrites>;
