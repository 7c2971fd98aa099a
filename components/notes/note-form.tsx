"use client";

import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";

const LONGEST_NOTE = 5_000;

type Props = {
  label: string;
  /** What the words begin with. */
  text?: string;
  verb: string;
  isBusy: boolean;
  error: Error | null;
  /** Answers whether the words were taken. */
  onSend: (text: string) => Promise<boolean>;
  onCancel?: () => void;
  id?: string;
};

/** Words for the team. Ctrl or Command and Enter sends them. */
export function NoteForm({ label, text = "", verb, isBusy, error, onSend, onCancel, id }: Props) {
  const [words, setWords] = useState(text);
  async function send(): Promise<void> {
    if (words.trim() === "" || isBusy) return;
    // What was typed meanwhile is the beginning of the next one.
    if (await onSend(words)) setWords((now) => (now === words ? "" : now));
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
    if (event.key === "Escape" && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  }
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
      className="grid gap-2"
    >
      <textarea
        id={id}
        aria-label={label}
        placeholder={label}
        value={words}
        maxLength={LONGEST_NOTE}
        rows={words === "" ? 1 : 3}
        dir="auto"
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
        className="min-h-9 w-full resize-y rounded-md border border-edge bg-surface px-2.5 py-1.5 text-sm leading-relaxed pointer-coarse:min-h-11 pointer-coarse:text-base"
      />
      <Failure error={error} />
      {words.trim() === "" && !onCancel ? null : (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" disabled={isBusy} focusableWhenDisabled>
            {verb}
          </Button>
          {onCancel ? <Button onClick={onCancel}>Cancel</Button> : null}
        </div>
      )}
    </form>
  );
}
