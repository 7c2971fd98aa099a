export type ButtonLook = "primary" | "plain" | "quiet";

const LOOKS: Record<ButtonLook, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  plain: "border border-edge bg-surface text-ink hover:bg-sunken",
  quiet: "text-soft hover:bg-sunken hover:text-ink",
};

/** The classes of everything that looks like a button. At least 36 px high, 44 under a finger. */
export function buttonLook(look: ButtonLook = "plain"): string {
  return `inline-flex min-h-9 pointer-coarse:min-h-11 items-center justify-center gap-2 rounded-md px-3.5 text-sm font-medium whitespace-nowrap transition-colors disabled:opacity-60 ${LOOKS[look]}`;
}
