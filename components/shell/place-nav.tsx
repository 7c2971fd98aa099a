"use client";

import type { LucideIcon } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

export type Place = { word: string; path: string; icon: LucideIcon };

type Props = {
  label: string;
  /** Where all the places lie: `/events/evt_…`. */
  base: string;
  places: readonly Place[];
  className: string;
  /** The classes of one link. */
  look: string;
};

/** The pages of one thing, with the present one marked. */
export function PlaceNav({ label, base, places, className, look }: Props) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className={className}>
      {places.map(({ word, path, icon: Icon }) => (
        <Link
          key={word}
          href={(base + path) as Route}
          aria-current={pathname === base + path ? "page" : undefined}
          className={look}
        >
          <Icon aria-hidden="true" size={18} className="shrink-0" />
          {word}
        </Link>
      ))}
    </nav>
  );
}
