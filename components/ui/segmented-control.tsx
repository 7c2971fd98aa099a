import type { LucideIcon } from "lucide-react";
import { useId } from "react";

type Choice<Value extends string> = {
  value: Value;
  label: string;
  /** With an icon the label is for screen readers, and shows as a hint. */
  icon?: LucideIcon;
};

type Props<Value extends string> = {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
};

/** One of few choices, all of them in sight; a group of radio buttons to the keyboard. */
export function SegmentedControl<Value extends string>(props: Props<Value>) {
  const { label, choices, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className="inline-flex shrink-0 rounded-md bg-sunken p-0.5">
      <legend className="sr-only">{label}</legend>
      {choices.map(({ icon: Icon, ...choice }) => (
        <label
          key={choice.value}
          title={Icon ? choice.label : undefined}
          className="relative inline-flex min-h-7 min-w-8 flex-auto cursor-pointer items-center justify-center rounded-sm px-2.5 text-sm text-soft whitespace-nowrap hover:text-ink has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-lift has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="absolute inset-0 cursor-pointer appearance-none outline-none"
          />
          {Icon ? <Icon aria-hidden="true" size={15} /> : null}
          <span className={Icon ? "sr-only" : ""}>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
