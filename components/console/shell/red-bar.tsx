import { OctagonX } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { sayReason } from "@/components/console/words/health-reasons";
import type { ConsoleOverviewView } from "@/lib/console/console-overview-view";

/** Stands over every page of the console while somebody has to act now. */
export function RedBar({ overview }: { overview: ConsoleOverviewView | undefined }) {
  const reasons = overview?.reasons.filter(({ level }) => level === "red") ?? [];
  if (overview?.health !== "red") return null;
  return (
    <div role="alert" className="grid gap-1 bg-rejected px-4 py-3 text-sm text-surface sm:px-6">
      <p className="flex items-center gap-2 font-semibold">
        <OctagonX aria-hidden="true" size={18} className="shrink-0" />
        Act now
      </p>
      <ul className="grid gap-1 pl-6.5">
        {reasons.map(sayReason).map(({ text, href }) => (
          <li key={href + text}>
            <Link href={href as Route} className="underline underline-offset-4">
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
