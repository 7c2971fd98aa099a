"use client";

import { Menu } from "@base-ui/react/menu";
import { ArrowUpDown, Check, ChevronDown } from "lucide-react";
import { buttonLook } from "./button-look";

type Props<T extends string> = {
  label: string;
  value: T;
  choices: readonly { value: T; word: string }[];
  onChange: (value: T) => void;
};

/** One choice out of a few, behind a button that shows the present one. */
export function ChoiceMenu<T extends string>({ label, value, choices, onChange }: Props<T>) {
  const word = choices.find((choice) => choice.value === value)?.word ?? value;
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonLook("plain")} aria-label={`${label}: ${word}`}>
        <ArrowUpDown aria-hidden="true" size={16} className="sm:hidden" />
        <span className="max-sm:hidden">{word}</span>
        <ChevronDown aria-hidden="true" size={15} className="max-sm:hidden" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="z-30">
          <Menu.Popup className="min-w-48 rounded-md border border-line bg-surface p-1 shadow-lift outline-none">
            <Menu.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
              {choices.map((choice) => (
                <Menu.RadioItem
                  key={choice.value}
                  value={choice.value}
                  closeOnClick
                  className="grid min-h-9 cursor-default grid-cols-[1.25rem_1fr] items-center gap-1.5 rounded-sm px-2 text-sm outline-none data-highlighted:bg-tint"
                >
                  <Menu.RadioItemIndicator>
                    <Check aria-hidden="true" size={15} />
                  </Menu.RadioItemIndicator>
                  <span className="col-start-2">{choice.word}</span>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
