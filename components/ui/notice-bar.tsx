import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

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

/** Something about the whole event, over every page of it. */
export function NoticeBar({ tone, icon: Icon, title, children, action, detail }: Props) {
  return (
    <section
      role={tone === "calm" ? "status" : "alert"}
      aria-label={title}
      className={`border-line border-b px-4 py-3 text-sm sm:px-6 ${TONES[tone]}`}
    >
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <Icon aria-hidden="true" size={18} className="mt-0.5 shrink-0" />
        <p className="min-w-0 flex-1 basis-56 leading-snug text-pretty">
          <strong className="font-semibold">{title}.</strong> {children}
        </p>
        {action}
      </div>
      {detail ? <div className="mt-2 sm:pl-[1.875rem]">{detail}</div> : null}
    </section>
  );
}
