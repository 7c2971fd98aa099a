"use client";

import { Progress as Base } from "@base-ui/react/progress";

/** A bar from 0 to 100; `null` says that nobody knows yet how much there is. */
export function Progress({ label, value }: { label: string; value: number | null }) {
  return (
    <Base.Root value={value} aria-label={label}>
      <Base.Track className="block h-2 overflow-hidden rounded-full bg-sunken">
        <Base.Indicator className="block h-full rounded-full bg-accent transition-[width] duration-700 data-indeterminate:w-1/3 data-indeterminate:animate-breathe" />
      </Base.Track>
    </Base.Root>
  );
}
