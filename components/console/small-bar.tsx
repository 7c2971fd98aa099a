type Props = {
  /** Of `whole`. */
  part: number;
  whole: number;
  /** From this share on, less is better looked at. */
  isLow?: boolean;
};

/** A share as a short bar. The numbers stand beside it, so that it is only a picture. */
export function SmallBar({ part, whole, isLow = false }: Props) {
  const share = whole > 0 ? Math.min(Math.max(part / whole, 0), 1) : 0;
  return (
    <span
      aria-hidden="true"
      className="inline-block h-1.5 w-14 shrink-0 overflow-hidden rounded-full bg-sunken align-middle ring-1 ring-edge ring-inset"
    >
      <span
        style={{ width: `${share * 100}%` }}
        className={`block h-full rounded-full ${isLow ? "bg-rejected-mark" : "bg-approved-mark"}`}
      />
    </span>
  );
}
