import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";
import { ThemeSwitch } from "@/components/ui/theme-switch";

const FACTS = [
  [
    "What is read",
    "Your event, its participants and their applications, and its program: as much of it as you allow in Revento.",
  ],
  ["What is changed", "Nothing. Foyer only reads; every decision is made in Revento."],
  [
    "What is kept",
    "A copy, for you and your team alone. When the connection ends it is deleted, with a certificate.",
  ],
] as const;

/** The pages outside an event. */
export function PlainShell({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const width = wide ? "max-w-6xl" : "max-w-4xl";
  return (
    <>
      <header
        className={`mx-auto flex ${width} flex-wrap items-center justify-between gap-4 px-5 py-5`}
      >
        <Link href="/" aria-label="Foyer, to the start" className="rounded-sm">
          <Logo />
        </Link>
        <div className="flex items-center gap-4">
          <Link
            href="/events"
            className="rounded-sm py-2 text-soft text-sm underline-offset-4 hover:text-ink hover:underline"
          >
            Your events
          </Link>
          <ThemeSwitch />
        </div>
      </header>
      <main className={`mx-auto ${width} px-5 pt-6 pb-20`}>{children}</main>
      <footer className={`mx-auto ${width} px-5 pb-10`}>
        <dl className="grid gap-x-10 gap-y-5 border-line border-t pt-6 text-soft text-sm leading-relaxed sm:grid-cols-3">
          {FACTS.map(([name, text]) => (
            <div key={name}>
              <dt className="font-medium text-ink">{name}</dt>
              <dd className="mt-1 text-pretty">{text}</dd>
            </div>
          ))}
        </dl>
      </footer>
    </>
  );
}
