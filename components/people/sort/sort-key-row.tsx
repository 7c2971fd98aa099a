"use client";

import { ArrowDownUp, ChevronDown, ChevronUp, type LucideIcon, X } from "lucide-react";

type Props = {
  word: string;
  direction: string;
  place: { at: number; of: number };
  onTurn: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One key of an order: turned around, moved, or taken out. */
export function SortKeyRow({
  word,
  direction,
  place: { at, of },
  onTurn,
  onMove,
  onRemove,
}: Props) {
  return (
    <li className="flex items-center gap-0.5 rounded-md bg-sunken pl-2.5">
      <span className="min-w-0 flex-1 py-1 leading-tight">
        <span className="block truncate font-medium" dir="auto">
          {word}
        </span>
        <span className="block truncate text-soft text-xs">{direction}</span>
      </span>
      <Small icon={ArrowDownUp} label={`Turn ${word} around`} onPress={onTurn} />
      {of > 1 ? (
        <>
          <Small
            icon={ChevronUp}
            label={`${word} earlier`}
            isOff={at === 0}
            onPress={() => onMove(-1)}
          />
          <Small
            icon={ChevronDown}
            label={`${word} later`}
            isOff={at === of - 1}
            onPress={() => onMove(1)}
          />
        </>
      ) : null}
      <Small icon={X} label={`Remove ${word}`} onPress={onRemove} />
    </li>
  );
}

type SmallProps = { icon: LucideIcon; label: string; isOff?: boolean; onPress: () => void };

/** Off is only said, never "disabled": that would lose the focus at the edge. */
function Small({ icon: Icon, label, isOff = false, onPress }: SmallProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => !isOff && onPress()}
      className="grid size-8 pointer-coarse:size-10 shrink-0 place-items-center rounded-sm text-soft -outline-offset-2 hover:text-ink aria-disabled:opacity-40"
    >
      <Icon aria-hidden="true" size={15} />
    </button>
  );
}
