"use client";

import { useQuery } from "@tanstack/react-query";
import { Menu, X } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { Logo } from "@/components/brand/logo";
import { WordBadge } from "@/components/console/word-badge";
import { consoleQueries } from "@/components/queries/console-queries";
import { buttonLook } from "@/components/ui/button-look";
import { ConsoleNav } from "./console-nav";
import { HEALTH_LOOKS } from "./health-words";
import { OperatorCard } from "./operator-card";
import { RedBar } from "./red-bar";
import { SignedOutBar } from "./signed-out-bar";

/** The frame of the console: where one is, how everything is, and who one is. */
export function ConsoleShell({ children }: { children: ReactNode }) {
  const { data, error } = useQuery(consoleQueries.overview());
  const [isOpen, setOpen] = useState(false);
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page puts the menu away
  useEffect(() => setOpen(false), [pathname]);

  return (
    <div className="flex h-dvh flex-col lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)]">
      <a
        href="#content"
        className="-translate-y-20 fixed top-2 left-2 z-50 rounded-md bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
      >
        Skip to the content
      </a>
      <header className="max-h-dvh shrink-0 overflow-y-auto border-line border-b bg-surface px-4 py-2.5 lg:flex lg:max-h-none lg:flex-col lg:border-r lg:border-b-0 lg:px-3 lg:py-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 lg:px-2">
          <Link href="/admin" aria-label="Foyer, console" className="flex rounded-sm">
            <Logo isCompact />
          </Link>
          <span className="mr-auto text-soft text-sm">Console</span>
          {data ? (
            <Link href="/admin" className="rounded-full">
              <span className="sr-only">Health: </span>
              <WordBadge look={HEALTH_LOOKS[data.health]} />
            </Link>
          ) : null}
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls="console-menu"
            aria-label="Menu"
            onClick={() => setOpen(!isOpen)}
            className={`${buttonLook("plain")} lg:hidden`}
          >
            {isOpen ? <X aria-hidden="true" size={17} /> : <Menu aria-hidden="true" size={17} />}
          </button>
        </div>
        <div
          id="console-menu"
          className={`${isOpen ? "grid" : "hidden"} mt-3 gap-5 lg:mt-5 lg:flex lg:flex-1 lg:flex-col`}
        >
          <ConsoleNav overview={data} className="grid gap-0.5" />
          <div className="lg:mt-auto lg:px-2">
            <OperatorCard name={data?.operator} />
          </div>
        </div>
      </header>
      <div className="relative min-h-0 min-w-0 flex-1 overflow-y-auto">
        <SignedOutBar error={error} />
        <RedBar overview={data} />
        <main id="content" tabIndex={-1} className="outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}
