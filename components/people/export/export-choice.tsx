type Props<T extends string> = {
  legend: string;
  name: string;
  value: T;
  choices: readonly { value: T; word: string; hint: string }[];
  onChange: (value: T) => void;
};

/** One of a few, all of them in sight, with a word on each. */
export function ExportChoice<T extends string>(props: Props<T>) {
  const { legend, name, value, choices, onChange } = props;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-medium text-sm">{legend}</legend>
      <div className="grid gap-2 sm:auto-cols-fr sm:grid-flow-col">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex cursor-pointer items-start gap-2.5 rounded-md border border-line px-3 py-2.5 has-checked:border-accent has-checked:bg-tint has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              className="mt-0.5 size-4 shrink-0 outline-none"
            />
            <span className="grid min-w-0 gap-0.5">
              <span className="font-medium text-sm">{choice.word}</span>
              <span className="text-soft text-xs leading-snug">{choice.hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
