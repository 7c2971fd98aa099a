/** Whether tests take their full sizes: `npm run test:long`. */
const IS_LONG = process.env.FOYER_TEST_LONG === "1";

/** A size of a test: the small one in `npm test`, the full one in `npm run test:long`. */
export function sizeOf(small: number, full: number): number {
  return IS_LONG ? full : small;
}
