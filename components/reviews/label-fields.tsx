import { useId } from "react";
import { LabelDot } from "@/components/labels/label-chip";
import { TextField } from "@/components/ui/text-field";
import { LABEL_COLORS, type LabelView } from "@/lib/reviews/label-view";

const LONGEST_NAME = 40;

export type LabelDraft = Pick<LabelView, "name" | "color">;

type Props = { word: string; draft: LabelDraft; onChange: (draft: LabelDraft) => void };

/** The name of a label, and its colour. */
export function LabelFields({ word, draft, onChange }: Props) {
  const group = useId();
  return (
    <>
      <TextField
        label={word}
        value={draft.name}
        maxLength={LONGEST_NAME}
        onChange={(name) => onChange({ ...draft, name })}
      />
      <fieldset className="flex flex-wrap gap-0.5">
        <legend className="sr-only">Colour</legend>
        {LABEL_COLORS.map((color) => (
          <label
            key={color}
            title={color}
            className="relative grid size-7 cursor-pointer place-items-center rounded-full has-checked:bg-sunken has-checked:outline-2 has-checked:outline-edge has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:size-11"
          >
            <input
              type="radio"
              name={group}
              aria-label={color}
              checked={draft.color === color}
              onChange={() => onChange({ ...draft, color })}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            <LabelDot color={color} />
          </label>
        ))}
      </fieldset>
    </>
  );
}
