import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useState } from "react";
import { TimeAgo } from "@/components/time/time-ago";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import type { NoteView } from "@/lib/reviews/note-view";
import { NoteAuthor } from "./note-author";
import { NoteForm } from "./note-form";
import { NoteText } from "./note-text";
import { type NoteWrites, useNoteWrites } from "./use-note-writes";

type Props = { eventId: string; participantId: string; note: NoteView; onReply?: () => void };

const ACTION =
  "rounded-sm px-1 py-0.5 text-soft text-xs underline-offset-4 hover:text-ink hover:underline pointer-coarse:min-h-11 pointer-coarse:px-2";

/** One note: who, when, what, and what can be done with it. */
export function NoteItem({ eventId, participantId, note, onReply }: Props) {
  /** The version whose words the form began with; null: nobody edits. */
  const [editing, setEditing] = useState<number | null>(null);
  const [isAsking, setAsking] = useState(false);
  const isEditing = editing !== null;
  const writes = useNoteWrites(eventId, participantId);
  const close = () => {
    setEditing(null);
    setAsking(false);
    writes.reset();
  };
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <NoteAuthor author={note.author} />
        <span className="text-soft text-xs">
          <TimeAgo at={note.createdAt} />
          {note.editedAt && !note.deletedAt ? (
            <>
              , edited <TimeAgo at={note.editedAt} />
            </>
          ) : null}
        </span>
      </p>
      {note.deletedAt ? (
        <p className="text-soft text-sm italic">
          This note was deleted <TimeAgo at={note.deletedAt} />.
        </p>
      ) : isEditing ? (
        <>
          {note.version === editing ? null : (
            <div className="rounded-md bg-sunken p-2">
              <p className="text-soft text-xs">It was changed meanwhile, and says now:</p>
              <NoteText note={note} />
            </div>
          )}
          <NoteForm
            label="Your note"
            text={note.text}
            verb="Save"
            isBusy={writes.isPending}
            error={writes.error}
            onCancel={close}
            onSend={async (text) => {
              const isDone = await writes.mutateAsync({ do: "edit", note, text }).then(
                () => true,
                () => false,
              );
              if (isDone) setEditing(null);
              return isDone;
            }}
          />
        </>
      ) : (
        <NoteText note={note} />
      )}
      {isEditing || note.deletedAt ? null : (
        <p className="-mx-1 flex gap-1">
          {onReply ? (
            <button type="button" onClick={onReply} className={ACTION}>
              Reply
            </button>
          ) : null}
          {note.canEdit ? (
            <button type="button" onClick={() => setEditing(note.version)} className={ACTION}>
              Edit
            </button>
          ) : null}
          {note.canDelete ? (
            <button type="button" onClick={() => setAsking(true)} className={ACTION}>
              Delete
            </button>
          ) : null}
        </p>
      )}
      <DeleteDialog note={note} writes={writes} isOpen={isAsking} onClose={close} />
    </div>
  );
}

type DialogProps = { note: NoteView; writes: NoteWrites; isOpen: boolean; onClose: () => void };

/** Words that are deleted cannot be brought back. */
function DeleteDialog({ note, writes, isOpen, onClose }: DialogProps) {
  return (
    <AskingDialog open={isOpen} onClose={onClose} title="Delete this note?">
      <AlertDialog.Description className="text-sm leading-relaxed">
        Its words are gone for everybody. That there was a note, and answers to it, stay.
      </AlertDialog.Description>
      <Failure error={writes.error} />
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
        <Button
          look="danger"
          disabled={writes.isPending}
          focusableWhenDisabled
          onClick={() => writes.mutate({ do: "delete", note }, { onSuccess: onClose })}
        >
          Delete
        </Button>
      </div>
    </AskingDialog>
  );
}
