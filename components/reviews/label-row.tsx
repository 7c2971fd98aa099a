import { Pencil, Trash2 } from "lucide-react";
import { type FormEvent, type ReactNode, type Ref, useRef, useState } from "react";
import { LabelDot } from "@/components/labels/label-chip";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import type { LabelView } from "@/lib/reviews/label-view";
import { type LabelDraft, LabelFields } from "./label-fields";
import { useLabelWrites } from "./use-label-writes";

type Props = { eventId: string; label: LabelView };
type RowProps = Props & { onDelete: (button: HTMLElement) => void };

/** A label of the event, to be renamed, given another colour, or deleted. */
export function LabelRow({ eventId, label, onDelete }: RowProps) {
  const [isChanging, setChanging] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);

  function stop(): void {
    setChanging(false);
    requestAnimationFrame(() => edit.current?.focus());
  }

  if (isChanging) {
    return (
      <li className="py-3">
        <ChangeForm eventId={eventId} label={label} onDone={stop} />
      </li>
    );
  }
  return (
    <li className="flex min-h-11 items-center gap-2.5">
      <LabelDot color={label.color} />
      <span className="min-w-0 flex-1 truncate text-sm" dir="auto">
        {label.name}
      </span>
      <IconButton ref={edit} word={`Change “${label.name}”`} onClick={() => setChanging(true)}>
        <Pencil aria-hidden="true" size={16} />
      </IconButton>
      <IconButton word={`Delete “${label.name}”`} onClick={onDelete}>
        <Trash2 aria-hidden="true" size={16} />
      </IconButton>
    </li>
  );
}

type IconButtonProps = {
  ref?: Ref<HTMLButtonElement>;
  word: string;
  onClick: (button: HTMLElement) => void;
  children: ReactNode;
};

function IconButton({ ref, word, onClick, children }: IconButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      aria-label={word}
      title={word}
      onClick={(event) => onClick(event.currentTarget)}
      className="grid size-9 shrink-0 place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink pointer-coarse:size-11"
    >
      {children}
    </button>
  );
}

function ChangeForm({ eventId, label, onDone }: Props & { onDone: () => void }) {
  const [draft, setDraft] = useState<LabelDraft>({ name: label.name, color: label.color });
  const { mutate, error, isPending } = useLabelWrites(eventId);
  const isEmpty = draft.name.trim() === "";
  return (
    <form
      className="grid max-w-sm gap-2"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!isEmpty) mutate({ do: "change", label, draft }, { onSuccess: onDone });
      }}
    >
      <LabelFields word={`Name of “${label.name}”`} draft={draft} onChange={setDraft} />
      <Failure error={error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={isPending || isEmpty} focusableWhenDisabled>
          Save label
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}
