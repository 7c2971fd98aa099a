import type { LucideIcon } from "lucide-react";

type Props = {
  word: string;
  icon?: LucideIcon | undefined;
  /** Left out while nobody knows. */
  count?: number | undefined;
  isPressed: boolean;
  onPress: () => void;
};

/** One choice of a filter, on or off. */
export function Chip({ word, icon: Icon, count, isPressed, onPress }: Props) {
  const look = isPressed
    ? "border-accent bg-tint text-accent font-medium"
    : "border-line bg-surface text-soft hover:border-edge hover:text-ink";
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      onClick={onPress}
      className={`inline-flex min-h-7 pointer-coarse:min-h-11 items-center gap-1.5 rounded-full border px-3 text-xs transition-colors ${look}`}
    >
      {Icon ? <Icon aria-hidden="true" size={13} /> : null}
      {word}{" "}
      {count === undefined ? null : (
        <span className="tabular-nums">{count.toLocaleString("en-GB")}</span>
      )}
    </button>
  );
}
