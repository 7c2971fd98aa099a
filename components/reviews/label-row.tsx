import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Pencil, Trash2 } from "lucide-react";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { LabelDot } from "@/components/labels/label-chip";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import { showToast } from "@/components/ui/show-toast";
import type { LabelView } from "@/lib/reviews/label-view";
import { type LabelDraft, LabelFields } from "./label-fields";
import { useLabelWrites } from "./use-label-writes";

type Props = { eventId: string; label: LabelView };

/** A label of the event, to be renamed, given another colour, or deleted. */
export function LabelRow({ eventId, label }: Props) {
  const [doing, setDoing] = useState<"change" | "delete" | null>(null);
  const edit = useRef<HTMLButtonElement>(null);

  function stop(): void {
    setDoing(null);
    requestAnimationFrame(() => edit.current?.focus());
  }

  if (doing === "change") {
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
      <IconButton ref={edit} word={`Change “${label.name}”`} onClick={() => setDoing("change")}>
        <Pencil aria-hidden="true" size={16} />
      </IconButton>
      <IconButton word={`Delete “${label.name}”`} onClick={() => setDoing("delete")}>
        <Trash2 aria-hidden="true" size={16} />
      </IconButton>
      <DeleteDialog
        eventId={eventId}
        label={label}
        isOpen={doing === "delete"}
        onClose={() => setDoing(null)}
      />
    </li>
  );
}

type IconButtonProps = {
  ref?: React.Ref<HTMLButtonElement>;
  word: string;
  onClick: () => void;
  children: ReactNode;
};

function IconButton({ ref, word, onClick, children }: IconButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      aria-label={word}
      title={word}
      onClick={onClick}
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

type DialogProps = Props & { isOpen: boolean; onClose: () => void };

function DeleteDialog({ eventId, label, isOpen, onClose }: DialogProps) {
  const { mutate, error, isPending, reset } = useLabelWrites(eventId);
  const close = () => {
    reset();
    onClose();
  };
  return (
    <AskingDialog open={isOpen} onClose={close} title={`Delete “${label.name}”?`}>
      <AlertDialog.Description className="text-sm leading-relaxed">
        It is taken off every application that has it, for everybody, and cannot be brought back.
        Ratings and notes stay.
      </AlertDialog.Description>
      <Failure error={error} />
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
        <Button
          look="danger"
          disabled={isPending}
          focusableWhenDisabled
          onClick={() =>
            mutate(
              { do: "delete", label },
              { onSuccess: () => showToast(`“${label.name}” is deleted`) },
            )
          }
        >
          Delete
        </Button>
      </div>
    </AskingDialog>
  );
}
