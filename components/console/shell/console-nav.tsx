"use client";

import {
  Eraser,
  Gauge,
  Inbox,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  OctagonX,
  Scale,
  Unplug,
} from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ConsoleOverviewView } from "@/lib/console/console-overview-view";

type Place = { word: string; path: string; icon: LucideIcon };

const PLACES: readonly Place[] = [
  { word: "Overview", path: "/admin", icon: LayoutDashboard },
  { word: "Connections", path: "/admin/connections", icon: Unplug },
  { word: "Deliveries", path: "/admin/deliveries", icon: Inbox },
  { word: "Erasures", path: "/admin/erasures", icon: Eraser },
  { word: "Installations", path: "/admin/installations", icon: Scale },
  { word: "Suspension", path: "/admin/suspension", icon: OctagonX },
  { word: "Jobs", path: "/admin/jobs", icon: Gauge },
  { word: "Actions", path: "/admin/actions", icon: ListChecks },
];

type Props = { overview: ConsoleOverviewView | undefined; className: string };

/** The pages of the console; what wants somebody is marked beside its page. */
export function ConsoleNav({ overview, className }: Props) {
  const pathname = usePathname();
  const marks = marksOf(overview);
  return (
    <nav aria-label="Console" className={className}>
      {PLACES.map(({ word, path, icon: Icon }) => (
        <Link
          key={path}
          href={path as Route}
          prefetch={false}
          aria-current={isAt(pathname, path) ? "page" : undefined}
          className="flex min-h-9 pointer-coarse:min-h-11 items-center gap-2.5 rounded-md px-2 text-sm text-soft hover:bg-sunken hover:text-ink aria-[current]:bg-tint aria-[current]:font-medium aria-[current]:text-accent"
        >
          <Icon aria-hidden="true" size={17} className="shrink-0" />
          {word}
          {marks[path] ? (
            <span className="ml-auto rounded-full bg-rejected-tint px-2 py-0.5 font-medium text-rejected text-xs tabular-nums">
              {marks[path]}
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}

function isAt(pathname: string, path: string): boolean {
  return pathname === path || (path !== "/admin" && pathname.startsWith(`${path}/`));
}

function marksOf(overview: ConsoleOverviewView | undefined): Record<string, string> {
  if (!overview) return {};
  const { deliveries, erasures, suspension } = overview;
  return {
    "/admin/deliveries":
      deliveries.dead > 0 ? `${deliveries.dead.toLocaleString("en-GB")} dead` : "",
    "/admin/erasures": erasures.overdue > 0 ? `${erasures.overdue} overdue` : "",
    "/admin/suspension": suspension ? "now" : "",
  };
}
