import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";

/** The frame of what is seen of a portal before signing in. Links nowhere: it may stand inside Revento. */
export function DoorPage({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-5xl flex-col gap-10 px-5 py-6 sm:py-10">
      <main className="flex flex-1 flex-col justify-center">{children}</main>
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t pt-5 text-soft text-sm">
        <Logo />
        <p className="min-w-48 flex-1">
          Foyer shows participants what Revento knows of their event. It cannot change anything
          there.
        </p>
      </footer>
    </div>
  );
}
