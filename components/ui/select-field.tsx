type Props = {
  label: string;
  value: string;
  choices: readonly { value: string; word: string }[];
  onChange: (value: string) => void;
};

/** One choice out of many, with its name above it. */
export function SelectField({ label, value, choices, onChange }: Props) {
  return (
    <label className="grid min-w-0 gap-1 text-soft text-xs">
      {label}
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-9 pointer-coarse:min-h-11 w-full min-w-0 rounded-md border border-edge bg-surface px-2.5 text-ink text-sm"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.word}
          </option>
        ))}
      </select>
    </label>
  );
}
