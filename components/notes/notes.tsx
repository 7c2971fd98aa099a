"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { useMay } from "@/components/queries/use-may";
import { DidNotLoad } from "@/components/ui/did-not-load";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { NotesView, NoteView } from "@/lib/reviews/note-view";
import { NoteForm } from "./note-form";
import { NoteItem } from "./note-item";
import { useMarkRead } from "./use-mark-read";
import { useNoteWrites } from "./use-note-writes";
import { useUnreadMentions } from "./use-unread-mentions";

type Props = { eventId: string; participantId: string };

/** What the team wrote about somebody, in threads, and a place to write; nothing for whoever may not read it. */
export function Notes({ eventId, participantId }: Props) {
  const mayRead = useMay(eventId, "notes.read");
  return mayRead ? <Threads eventId={eventId} participantId={participantId} /> : null;
}

const FIELD = "new-note";

function Threads({ eventId, participantId }: Props) {
  const { data, isError, refetch } = useQuery(eventQueries.notes(eventId, participantId));
  const [replyingTo, setReplyingTo] = useState<string | null>(null);
  useShortcut("n", () => document.getElementById(FIELD)?.focus());
  useLookedAt(eventId, participantId, data);
  const notes = data?.notes ?? [];
  const threads = notes.filter(({ replyTo }) => replyTo === null);
  return (
    <section aria-label="Notes" className="grid gap-4">
      <h3 className="flex items-baseline gap-2 font-medium text-sm">
        Notes
        {notes.length > 0 ? (
          <span className="font-normal text-soft tabular-nums">{notes.length}</span>
        ) : null}
      </h3>
      {!data && isError ? <DidNotLoad onRetry={() => void refetch()} /> : null}
      {threads.map((thread) => (
        <Thread
          key={thread.id}
          eventId={eventId}
          participantId={participantId}
          thread={thread}
          replies={notes.filter(({ replyTo }) => replyTo === thread.id)}
          isReplying={replyingTo === thread.id}
          onReply={setReplyingTo}
        />
      ))}
      <NewNote eventId={eventId} participantId={participantId} />
    </section>
  );
}

/** Whoever has the notes before them has read those that name them. */
function useLookedAt(eventId: string, participantId: string, shown: NotesView | undefined): void {
  const unread = useUnreadMentions(eventId)?.filter((each) => each.participantId === participantId);
  const { mutate } = useMarkRead(eventId);
  const isNews =
    unread?.some(({ noteId }) => shown?.notes.some(({ id }) => id === noteId)) ?? false;
  useEffect(() => {
    if (isNews) mutate({ participantId });
  }, [isNews, mutate, participantId]);
}

type ThreadProps = Props & {
  thread: NoteView;
  replies: readonly NoteView[];
  isReplying: boolean;
  onReply: (id: string | null) => void;
};

function Thread({ eventId, participantId, thread, replies, isReplying, onReply }: ThreadProps) {
  return (
    <div className="grid gap-3">
      <NoteItem
        eventId={eventId}
        participantId={participantId}
        note={thread}
        onReply={() => onReply(thread.id)}
      />
      {replies.length > 0 || isReplying ? (
        <div className="ml-1 grid gap-3 border-line border-l-2 pl-3">
          {replies.map((note) => (
            <NoteItem key={note.id} eventId={eventId} participantId={participantId} note={note} />
          ))}
          {isReplying ? (
            <NewNote
              eventId={eventId}
              participantId={participantId}
              replyTo={thread.id}
              onClose={() => onReply(null)}
            />
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

type NewProps = Props & { replyTo?: string; onClose?: () => void };

function NewNote({ eventId, participantId, replyTo, onClose }: NewProps) {
  const writes = useNoteWrites(eventId, participantId);
  return (
    <NoteForm
      {...(replyTo ? {} : { id: FIELD })}
      label={replyTo ? "Your answer" : "A note for the team. @ and a name tells whom it is for"}
      verb={replyTo ? "Answer" : "Add note"}
      isBusy={writes.isPending}
      error={writes.error}
      {...(onClose ? { onCancel: onClose } : {})}
      onSend={async (text) => {
        const isDone = await writes.mutateAsync({ do: "add", text, replyTo: replyTo ?? null }).then(
          () => true,
          () => false,
        );
        if (isDone) onClose?.();
        return isDone;
      }}
    />
  );
}
