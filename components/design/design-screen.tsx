import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { ControlsPart } from "./controls-part";
import { MessagesPart } from "./messages-part";
import { OverlaysPart } from "./overlays-part";

const COLOURS = [
  "canvas",
  "surface",
  "sunken",
  "line",
  "edge",
  "ink",
  "soft",
  "accent",
  "tint",
  "chart",
  "focus",
  "flash",
  "pass",
];
const TONES = ["pending", "approved", "rejected", "revision", "cancelled", "unasked"];
const SIZES = [
  ["text-xs", "13: labels, times, notes"],
  ["text-sm", "14: what one scans"],
  ["text-base", "16: what one reads"],
  ["font-display text-xl", "20: a part"],
  ["font-display text-2xl", "26: a page"],
  ["font-display text-3xl", "36 to 60: a door"],
] as const;

/** Every shared part in every state, in the theme that is chosen. */
export function DesignScreen() {
  return (
    <main className="mx-auto grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-12 px-5 py-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="flex items-center gap-3 font-display text-2xl">
          <Logo /> <span className="text-soft">Design</span>
        </h1>
        <ThemeSwitch />
      </header>
      <Part title="Sizes">
        <ul className="grid gap-2">
          {SIZES.map(([look, words]) => (
            <li key={look} className={`${look} [overflow-wrap:anywhere]`}>
              {words}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Colours">
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          {[...COLOURS, ...TONES.flatMap((tone) => [tone, `${tone}-tint`, `${tone}-mark`])].map(
            (name) => (
              <li key={name} className="flex items-center gap-2 text-xs">
                <span
                  style={{ background: `var(--${name})` }}
                  className="size-8 shrink-0 rounded-sm border border-line"
                />
                {name}
              </li>
            ),
          )}
        </ul>
      </Part>
      <Part title="Controls">
        <ControlsPart />
      </Part>
      <Part title="Over the page">
        <OverlaysPart />
      </Part>
      <Part title="What a page says">
        <MessagesPart />
      </Part>
    </main>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 className="border-line border-b pb-2 font-display text-xl">{title}</h2>
      {children}
    </section>
  );
}
