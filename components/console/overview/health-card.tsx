import type { Route } from "next";
import Link from "next/link";
import { sayReason } from "@/components/console/words/health-reasons";
import type { WordLook } from "@/components/console/words/state-words";
import type { ConsoleOverviewView } from "@/lib/console/console-overview-view";
import type { HealthReason } from "@/lib/console/health-view";

const LOOKS: Record<ConsoleOverviewView["health"], string> = {
  green: "border-approved-mark bg-approved-tint text-approved",
  yellow: "border-pending-mark bg-pending-tint text-pending",
  red: "border-rejected-mark border-2 bg-rejected-tint text-rejected",
};

const WHEN: Record<HealthReason["level"], string> = { red: "Now", yellow: "Soon", info: "Known" };

const said = (reason: HealthReason) => ({ ...sayReason(reason), level: reason.level });

/** How everything is, and each reason why it is not well, leading to where more is shown. */
export function HealthCard({ overview, look }: { overview: ConsoleOverviewView; look: WordLook }) {
  const { health, reasons } = overview;
  const Icon = look.icon;
  return (
    <section aria-label="Health" className={`rounded-lg border p-4 sm:p-5 ${LOOKS[health]}`}>
      <h2 className="flex items-center gap-2.5 font-display text-2xl">
        <Icon aria-hidden="true" size={24} className="shrink-0" />
        {look.word}
      </h2>
      {reasons.length === 0 ? (
        <p className="mt-1 text-sm">Nothing needs attention.</p>
      ) : (
        <ul className="mt-2 grid gap-1 text-sm">
          {reasons.map(said).map(({ level, text, href }) => (
            <li key={href + text} className="flex items-baseline gap-2">
              <span className="w-12 shrink-0 font-medium text-xs">{WHEN[level]}</span>
              <Link
                href={href as Route}
                prefetch={false}
                className="min-h-6 underline underline-offset-4"
              >
                {text}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
