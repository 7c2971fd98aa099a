import { ChevronDown, ChevronUp, type LucideIcon, Maximize2, Minimize2, X } from "lucide-react";
import { useShortcut } from "@/components/ui/use-shortcut";
import { type Neighbours, positionWords } from "./neighbours";

type Props = {
  neighbours: Neighbours | undefined;
  onSelect: ((participantId: string) => void) | undefined;
  onClose: () => void;
  reading: Reading;
};

/** Whether one reads on the whole page, and the way there and back; null: there is no more room. */
export type Reading = { isOn: boolean; toggle: () => void } | null;

/** Where one is in the list, the ways to the next and the previous person, and the way out. */
export function PanelBar({ neighbours, onSelect, onClose, reading }: Props) {
  return (
    <div className="sticky top-0 z-10 flex min-h-14 items-center gap-1 border-line border-b bg-surface px-3">
      {neighbours && onSelect ? <Steps neighbours={neighbours} onSelect={onSelect} /> : null}
      <span className="grow" />
      {reading ? <ReadingButton {...reading} /> : null}
      <BarButton label="Close details" hint="Close (Escape)" icon={X} onPress={onClose} />
    </div>
  );
}

function ReadingButton({ isOn, toggle }: NonNullable<Reading>) {
  useShortcut("f", toggle);
  return (
    <BarButton
      label={isOn ? "Back to the list" : "Read on the whole page"}
      hint={isOn ? "Back to the list (F)" : "Read on the whole page (F)"}
      keys="F"
      icon={isOn ? Minimize2 : Maximize2}
      onPress={toggle}
    />
  );
}

type StepsProps = { neighbours: Neighbours; onSelect: (participantId: string) => void };

function Steps({ neighbours, onSelect }: StepsProps) {
  const { previous, next } = neighbours;
  const goTo = (id: string | null) => (id === null ? undefined : onSelect(id));
  useShortcut("j", () => goTo(next));
  useShortcut("k", () => goTo(previous));
  const words = positionWords(neighbours);
  return (
    <nav aria-label="Neighbours in the list" className="flex items-center gap-1">
      <BarButton
        label="Previous"
        hint="Previous (K)"
        keys="K"
        icon={ChevronUp}
        isOff={previous === null}
        onPress={() => goTo(previous)}
      />
      <BarButton
        label="Next"
        hint="Next (J)"
        keys="J"
        icon={ChevronDown}
        isOff={next === null}
        onPress={() => goTo(next)}
      />
      {words ? <p className="pl-2 text-soft text-xs tabular-nums">{words}</p> : null}
    </nav>
  );
}

type ButtonProps = {
  label: string;
  hint: string;
  keys?: string;
  icon: LucideIcon;
  /** Stays in the order of focus: whoever came to the end of the list is still here. */
  isOff?: boolean;
  onPress: () => void;
};

function BarButton({ label, hint, keys, icon: Icon, isOff = false, onPress }: ButtonProps) {
  return (
    <button
      type="button"
      onClick={onPress}
      aria-label={label}
      aria-disabled={isOff}
      aria-keyshortcuts={keys}
      title={hint}
      className="grid size-9 pointer-coarse:size-11 place-items-center rounded-full text-soft hover:bg-sunken hover:text-ink aria-disabled:opacity-40 aria-disabled:hover:bg-transparent"
    >
      <Icon aria-hidden="true" size={18} />
    </button>
  );
}
