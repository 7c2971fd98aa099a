import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";
import { ThemeSwitch } from "@/components/ui/theme-switch";

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
    </>
  );
}
