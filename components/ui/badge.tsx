import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export type Tone = "good" | "warn" | "bad" | "info" | "muted" | "special";

const TONES: Record<Tone, string> = {
  good: "bg-approved-tint text-approved",
  warn: "bg-pending-tint text-pending",
  bad: "bg-rejected-tint text-rejected",
  info: "bg-unasked-tint text-unasked",
  muted: "bg-cancelled-tint text-cancelled",
  special: "bg-revision-tint text-revision",
};

type Props = { tone: Tone; icon?: LucideIcon | undefined; children: ReactNode };

/** A short word with a tone; the word and the icon say what the colour says. */
export function Badge({ tone, icon: Icon, children }: Props) {
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1.5 rounded-full px-2 py-0.5 font-medium text-xs ${TONES[tone]}`}
    >
      {Icon ? <Icon aria-hidden="true" size={13} className="shrink-0" /> : null}
      <span className="truncate">{children}</span>
    </span>
  );
}
