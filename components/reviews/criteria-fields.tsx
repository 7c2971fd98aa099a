import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { type CriterionDraft, newDraft } from "./criterion-draft";

const MOST_CRITERIA = 12;
const LONGEST_LABEL = 80;
const SCALES = [
  { value: "5", word: "1 to 5" },
  { value: "yes_no", word: "Yes or no" },
];
const WEIGHTS = Array.from({ length: 10 }, (_, at) => ({
  value: String(at + 1),
  word: `× ${at + 1}`,
}));

type Props = {
  criteria: readonly CriterionDraft[];
  onChange: (criteria: CriterionDraft[]) => void;
};

/** What applications are rated by, one line each. */
export function CriteriaFields({ criteria, onChange }: Props) {
  const change = (key: string, more: Partial<CriterionDraft>) =>
    onChange(criteria.map((each) => (each.key === key ? { ...each, ...more } : each)));
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-medium text-sm">Criteria</legend>
      {criteria.map(({ key, label, weight, scale }, at) => (
        <div
          key={key}
          className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2 sm:grid-cols-[minmax(0,1fr)_8rem_5.5rem_auto]"
        >
          <div className="col-span-3 sm:col-span-1">
            <TextField
              label={`Criterion ${at + 1}`}
              value={label}
              maxLength={LONGEST_LABEL}
              onChange={(next) => change(key, { label: next })}
            />
          </div>
          <SelectField
            label="Scale"
            value={String(scale)}
            choices={SCALES}
            onChange={(next) => change(key, { scale: next === "5" ? 5 : "yes_no" })}
          />
          <SelectField
            label="Weight"
            value={String(weight)}
            choices={WEIGHTS}
            onChange={(next) => change(key, { weight: Number(next) })}
          />
          <button
            type="button"
            aria-label={`Remove ${label || `criterion ${at + 1}`}`}
            title="Remove"
            disabled={criteria.length === 1}
            onClick={() => onChange(criteria.filter((each) => each.key !== key))}
            className="grid size-9 place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink disabled:opacity-40 pointer-coarse:size-11"
          >
            <X aria-hidden="true" size={16} />
          </button>
        </div>
      ))}
      <div>
        <Button
          disabled={criteria.length >= MOST_CRITERIA}
          onClick={() => onChange([...criteria, newDraft()])}
        >
          <Plus aria-hidden="true" size={16} />
          Add a criterion
        </Button>
      </div>
      <p className="max-w-prose text-soft text-xs leading-relaxed">
        Whoever removes a criterion, or gives it another scale, takes its points out of every
        rating. A yes counts like a 5, a no like a 1.
      </p>
    </fieldset>
  );
}
