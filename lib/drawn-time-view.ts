/** Times before the first and from the second on are shown, sorted and exported as text, but never drawn. */
export const DRAWN_FROM = "1900-01-01";
export const DRAWN_UNTIL = "2200-01-01";

const [FROM_MS, UNTIL_MS] = [Date.parse(DRAWN_FROM), Date.parse(DRAWN_UNTIL)];

/** Whether a picture may reach to a moment, in epoch ms. */
export function isDrawn(moment: number): boolean {
  return moment >= FROM_MS && moment < UNTIL_MS;
}
