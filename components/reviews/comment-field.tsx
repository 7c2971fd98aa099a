import { useState } from "react";
import { Button } from "@/components/ui/button";

const LONGEST_COMMENT = 2_000;

type Props = { comment: string; onSave: (comment: string) => void };

/** Why one gave what one gave. It is kept when one leaves the field, or with Control or Command and Enter. */
export function CommentField({ comment, onSave }: Props) {
  const [words, setWords] = useState<string | null>(null);
  if (words === null && comment === "") {
    return <Button onClick={() => setWords("")}>Add a comment</Button>;
  }
  const save = () => {
    if (words === null) return;
    setWords(null);
    if (words.trim() !== comment) onSave(words.trim());
  };
  return (
    <textarea
      // biome-ignore lint/a11y/noAutofocus: it was asked for by the press that brought it
      autoFocus={words === ""}
      aria-label="Comment on your rating"
      placeholder="Why? The team reads it with your rating."
      value={words ?? comment}
      maxLength={LONGEST_COMMENT}
      rows={2}
      dir="auto"
      onChange={(event) => setWords(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.blur();
        if (event.key === "Escape") {
          event.stopPropagation();
          setWords(null);
        }
      }}
      className="min-h-9 w-full resize-y rounded-md border border-edge bg-surface px-2.5 py-1.5 text-sm leading-relaxed pointer-coarse:min-h-11 pointer-coarse:text-base"
    />
  );
}
