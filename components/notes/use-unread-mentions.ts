import { useQuery } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import { useMay } from "@/components/queries/use-may";
import type { MentionView } from "@/lib/reviews/mention-view";

const NONE: readonly MentionView[] = [];

/** The notes that name this browser's member and that they have not looked at; undefined while nobody knows. */
export function useUnreadMentions(eventId: string): readonly MentionView[] | undefined {
  const mayRead = useMay(eventId, "notes.read");
  const { data } = useQuery({ ...eventQueries.mentions(eventId), enabled: mayRead === true });
  if (mayRead === false) return NONE;
  return data?.mentions.filter(({ isUnread }) => isUnread);
}
