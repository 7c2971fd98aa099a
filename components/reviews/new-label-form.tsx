import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import type { LabelView } from "@/lib/reviews/label-view";
import { type LabelDraft, LabelFields } from "./label-fields";
import { useLabelWrites } from "./use-label-writes";

type Props = { eventId: string; word: string; onMade?: (label: LabelView) => void };

/** A word of the team's, and its colour. `word`: what the button says. */
export function NewLabelForm({ eventId, word, onMade }: Props) {
  const [draft, setDraft] = useState<LabelDraft>({ name: "", color: "teal" });
  const { mutate, error, isPending } = useLabelWrites(eventId);
  const isEmpty = draft.name.trim() === "";

  function make(event: FormEvent): void {
    event.preventDefault();
    if (isEmpty) return;
    mutate(
      { do: "make", draft },
      {
        onSuccess: (label) => {
          setDraft({ ...draft, name: "" });
          if (label) onMade?.(label);
        },
      },
    );
  }

  return (
    <form className="grid gap-2" onSubmit={make}>
      <LabelFields word="New label" draft={draft} onChange={setDraft} />
      <Failure error={error} />
      <div>
        <Button type="submit" disabled={isPending || isEmpty} focusableWhenDisabled>
          {word}
        </Button>
      </div>
    </form>
  );
}
