import type { NoteAuthorView } from "@/lib/reviews/note-view";

/** Who of the team, by name. */
export function NoteAuthor({ author }: { author: NoteAuthorView }) {
  if (author.isSelf) return <span className="font-medium">You</span>;
  return (
    <span className="font-medium" dir="auto">
      {author.name ?? "Somebody without a name"}
    </span>
  );
}
