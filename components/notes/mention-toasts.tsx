"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { showToast } from "@/components/ui/show-toast";
import { mentionHref } from "./mention-href";
import { useUnreadMentions } from "./use-unread-mentions";

/** Says that a note has just named this browser's member, whatever page of the event is open. */
export function MentionToasts({ eventId }: { eventId: string }) {
  const router = useRouter();
  const unread = useUnreadMentions(eventId);
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!unread) return;
    const before = known.current;
    known.current = new Set(unread.map(({ noteId }) => noteId));
    // What was there when the page came, its places show.
    const news = before === null ? [] : unread.filter(({ noteId }) => !before.has(noteId));
    for (const { author, participantId } of news) {
      showToast(`${author.name ?? "Somebody of the team"} mentioned you in a note`, {
        word: "Show",
        run: () => router.push(mentionHref(eventId, participantId)),
      });
    }
  }, [eventId, router, unread]);
  return null;
}
