/** Who stands before and after somebody in the list as it is filtered and ordered now. */
export type Neighbours = {
  previous: string | null;
  next: string | null;
  /** Counted from 1; left out while it is not known. */
  position?: number | undefined;
  total?: number | null | undefined;
};

/** "12 of 345"; without a size, "12"; nothing while the place is not known. */
export function positionWords({ position, total }: Neighbours): string | null {
  if (position === undefined) return null;
  const shown = (count: number) => count.toLocaleString("en-GB");
  return typeof total === "number" ? `${shown(position)} of ${shown(total)}` : shown(position);
}
