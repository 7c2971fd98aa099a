import { LabelDot } from "@/components/labels/label-chip";
import type { LabelView } from "@/lib/reviews/label-view";

type Props = {
  labels: readonly LabelView[];
  chosen: readonly string[];
  onChange: (ids: readonly string[]) => void;
};

/** The event's labels, each to be put on or taken off. */
export function LabelChoices({ labels, chosen, onChange }: Props) {
  if (labels.length === 0) {
    return <p className="px-1 text-soft text-sm">There are no labels yet. Make the first one.</p>;
  }
  return (
    <ul className="max-h-60 overflow-y-auto overscroll-contain">
      {labels.map(({ id, name, color }) => (
        <li key={id}>
          <label className="flex min-h-9 items-center gap-2.5 rounded-sm px-1 hover:bg-canvas pointer-coarse:min-h-11">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
              className="size-4"
            />
            <LabelDot color={color} />
            <span className="min-w-0 truncate" dir="auto">
              {name}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
