"use client";

import type { LucideIcon } from "lucide-react";
import { type ReactNode, useId, useState } from "react";

export type Tone = "calm" | "warn" | "alarm";

const TONES: Record<Tone, string> = {
  calm: "bg-unasked-tint text-unasked",
  warn: "bg-pending-tint text-pending",
  alarm: "bg-rejected-tint text-rejected",
};

type Props = {
  tone: Tone;
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
  /** What only some want to know, under the rest. */
  detail?: ReactNode;
};

/** Something about the whole event, over every page of it; on a phone a line that opens to the rest. */
export function NoticeBar({ tone, icon: Icon, title, children, action, detail }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const folded = isOpen ? "" : "max-sm:hidden";
  return (
    <section
      role={tone === "calm" ? "status" : "alert"}
      aria-label={title}
      className={`border-line border-b px-4 py-1 text-sm sm:px-6 sm:py-3 ${TONES[tone]}`}
    >
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <Icon aria-hidden="true" size={18} className="mt-0.5 shrink-0 max-sm:mt-3" />
        <p className="min-w-0 flex-1 leading-snug text-pretty max-sm:py-3 sm:basis-56">
          <strong className="font-semibold">
            {title}
            <span className={folded}>.</span>
          </strong>{" "}
          <span className={folded}>{children}</span>
        </p>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={`Details: ${title}`}
          onClick={() => setOpen(!isOpen)}
          className="min-h-11 shrink-0 rounded-sm px-1 underline underline-offset-4 sm:hidden"
        >
          {isOpen ? "Less" : "Details"}
        </button>
        {action ? (
          // What is urgent is not behind a press.
          <div className={tone === "alarm" ? "max-sm:w-full max-sm:pb-2" : folded}>{action}</div>
        ) : null}
      </div>
      <div id={id} className={folded}>
        {detail ? <div className="mt-2 max-sm:pb-2 sm:pl-[1.875rem]">{detail}</div> : null}
      </div>
    </section>
  );
}
