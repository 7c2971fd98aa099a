import { Star } from "lucide-react";

type Props = { title: string; isStarred: boolean; onToggle: () => void };

/** Puts an activity on one's own agenda, or takes it off. */
export function StarButton({ title, isStarred, onToggle }: Props) {
  return (
    <button
      type="button"
      aria-pressed={isStarred}
      aria-label={`On my agenda: ${title}`}
      onClick={onToggle}
      className="grid size-11 shrink-0 place-items-center rounded-full text-soft hover:bg-sunken hover:text-ink aria-pressed:text-accent"
    >
      <Star
        aria-hidden="true"
        size={20}
        className={isStarred ? "fill-current" : "fill-transparent"}
      />
    </button>
  );
}
