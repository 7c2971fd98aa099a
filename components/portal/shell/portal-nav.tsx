"use client";

import { CalendarDays, CircleUserRound, ClipboardCheck, Star } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";

const PLACES = [
  { word: "My application", path: "", icon: ClipboardCheck },
  { word: "Program", path: "/program", icon: CalendarDays },
  { word: "My agenda", path: "/agenda", icon: Star },
  { word: "Me", path: "/me", icon: CircleUserRound },
] as const;

const LINK =
  "flex items-center text-soft hover:text-ink aria-[current]:text-accent max-md:min-h-14 max-md:min-w-0 max-md:flex-1 max-md:flex-col max-md:justify-center max-md:gap-1 max-md:text-[clamp(0.625rem,3.1vw,0.75rem)] max-md:tracking-tight md:min-h-11 md:gap-2 md:border-transparent md:border-b-2 md:px-3 md:text-sm md:aria-[current]:border-accent md:aria-[current]:font-medium";

/** The pages of a portal: a row above them, a bar below them on a phone. */
export function PortalNav({ eventId, className }: { eventId: string; className: string }) {
  const pathname = usePathname();
  const base = `/portal/${eventId}` as const;
  return (
    <nav aria-label="Portal" className={className}>
      {PLACES.map(({ word, path, icon: Icon }) => (
        <Link
          key={word}
          href={`${base}${path}`}
          aria-current={pathname === base + path ? "page" : undefined}
          className={LINK}
        >
          <Icon aria-hidden="true" size={18} className="shrink-0" />
          {word}
        </Link>
      ))}
    </nav>
  );
}
