export type ButtonLook = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "usual" | "large";

const LOOKS: Record<ButtonLook, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  plain: "border border-edge bg-surface text-ink hover:bg-sunken",
  danger: "bg-rejected text-surface hover:opacity-90",
  quiet: "text-soft hover:bg-sunken hover:text-ink",
};

const SIZES: Record<ButtonSize, string> = {
  usual: "min-h-9 pointer-coarse:min-h-11 px-3.5 text-sm",
  large: "min-h-11 px-5 text-base",
};

/** The classes of everything that looks like a button. At least 36 px high, 44 under a finger. */
export function buttonLook(look: ButtonLook = "plain", size: ButtonSize = "usual"): string {
  return `inline-flex items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors disabled:opacity-60 data-disabled:cursor-not-allowed data-disabled:opacity-60 ${SIZES[size]} ${LOOKS[look]}`;
}
