/** The classes of one action of the selection bar. */
export const ACTION =
  "inline-flex min-h-7 shrink-0 items-center gap-1.5 rounded-sm px-2 font-medium text-accent hover:bg-surface pointer-coarse:min-h-11";
