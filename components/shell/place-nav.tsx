"use client";

import type { LucideIcon } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

export type Place = {
  word: string;
  path: string;
  icon: LucideIcon;
  /** How much is there; shown only where there is room. */
  count?: number | undefined;
  /** What waits there for whoever looks. */
  news?: { count: number; words: string } | undefined;
  /** A phone has no room for it; its page is reached from another one. */
  isWideOnly?: boolean;
};

type Props = {
  label: string;
  /** Where all the places lie: `/events/evt_…`. */
  base: string;
  places: readonly Place[];
  className: string;
  /** The classes of one link. */
  look: string;
  /** Pictures alone on a tablet. */
  isRail?: boolean;
};

/** The pages of one thing, with the present one marked. */
export function PlaceNav({ label, base, places, className, look, isRail = false }: Props) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className={className}>
      {places.map(({ word, path, icon: Icon, count, news, isWideOnly }) => (
        <Link
          key={word}
          href={(base + path) as Route}
          aria-current={pathname === base + path ? "page" : undefined}
          title={isRail ? word : undefined}
          className={isWideOnly ? `${look} max-sm:hidden` : look}
        >
          <Icon aria-hidden="true" size={18} className="shrink-0" />
          <span className={isRail ? "sm:max-lg:sr-only" : ""}>{word}</span>
          {news ? <News {...news} /> : null}
          {count === undefined ? null : (
            <span
              aria-hidden="true"
              className="ml-auto hidden text-soft text-xs tabular-nums lg:inline"
            >
              {count.toLocaleString("en-GB")}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}

function News({ count, words }: NonNullable<Place["news"]>) {
  return (
    <>
      <span
        aria-hidden="true"
        className="min-w-5 rounded-full bg-accent px-1.5 text-center font-medium text-on-accent text-xs tabular-nums max-lg:absolute max-lg:top-1 max-lg:left-1/2 max-lg:ml-2 lg:ml-auto"
      >
        {count > 9 ? "9+" : count}
      </span>
      <span className="sr-only">({words})</span>
    </>
  );
}
