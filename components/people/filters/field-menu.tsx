"use client";

import {
  Braces,
  Calendar,
  Hash,
  List,
  ListChecks,
  type LucideIcon,
  SquareCheck,
  Type,
} from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { fieldWord } from "@/components/people/columns/field-words";
import { BUILT_IN_FIELDS, type BuiltInField } from "@/lib/list-address/list-fields";
import { moveFocus } from "./move-focus";
import type { ListField } from "./use-field-kinds";

const ICONS: Record<ListField["kind"], LucideIcon> = {
  choice: List,
  text: Type,
  number: Hash,
  boolean: SquareCheck,
  date: Calendar,
  moment: Calendar,
  list: ListChecks,
  object: Braces,
};

const BUILT_IN = (Object.keys(BUILT_IN_FIELDS) as BuiltInField[]).map(
  (field): ListField => ({ field, kind: BUILT_IN_FIELDS[field], answered: null }),
);

type Props = {
  form: readonly ListField[];
  sees: (field: string) => boolean;
  onPick: (field: string) => void;
};

/** The fields that can be asked, found by typing; arrows move, Enter takes the first or the marked one. */
export function FieldMenu({ form, sees, onPick }: Props) {
  const [text, setText] = useState("");
  const menu = useRef<HTMLDivElement>(null);
  const fits = ({ field }: ListField) =>
    fieldWord(field).toLowerCase().includes(text.trim().toLowerCase());
  const groups = [
    { word: "Answers", fields: form.filter(fits) },
    { word: "Standard fields", fields: BUILT_IN.filter((each) => sees(each.field) && fits(each)) },
  ].filter(({ fields }) => fields.length > 0);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    moveFocus(event, menu.current, "input, button");
    const first = groups[0]?.fields[0];
    if (event.key === "Enter" && event.target instanceof HTMLInputElement && first) {
      event.preventDefault();
      onPick(first.field);
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows are a shortcut between the controls inside, which all have keys of their own
    <div ref={menu} onKeyDown={onKeyDown} className="grid gap-2">
      <input
        type="text"
        aria-label="Find a field"
        placeholder="Find a field"
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        className="min-h-9 pointer-coarse:min-h-11 w-full rounded-md border border-edge bg-surface px-3 pointer-coarse:text-base text-sm placeholder:text-soft"
      />
      {groups.length === 0 ? (
        <p role="status" className="px-2 py-3 text-soft">
          No field is called that.
        </p>
      ) : null}
      {groups.map(({ word, fields }) => (
        <section key={word} aria-label={word}>
          <h3 className="px-2 pt-1 pb-0.5 text-soft text-xs">{word}</h3>
          <ul>
            {fields.map((each) => (
              <li key={each.field}>
                <FieldButton field={each} onPick={onPick} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function FieldButton({ field: each, onPick }: { field: ListField; onPick: Props["onPick"] }) {
  const Icon = ICONS[each.kind];
  return (
    <button
      type="button"
      onClick={() => onPick(each.field)}
      className="flex min-h-9 pointer-coarse:min-h-11 w-full items-center gap-2 rounded-sm px-2 text-left -outline-offset-2 hover:bg-tint focus-visible:bg-tint"
    >
      <Icon aria-hidden="true" size={15} className="shrink-0 text-soft" />
      <span className="min-w-0 flex-1 truncate text-left" dir="auto">
        {fieldWord(each.field)}
      </span>
      {each.answered === null ? null : (
        <span className="shrink-0 text-soft text-xs tabular-nums">
          {each.answered.toLocaleString("en-GB")} answered
        </span>
      )}
    </button>
  );
}
