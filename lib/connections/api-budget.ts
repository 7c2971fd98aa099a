/** One of contract 5's limits: so many calls in any window of so many milliseconds. */
type CallWindow = { limit: number; windowMs: number };
export type CallBudget = { windows: readonly CallWindow[]; inFlight: number };

const HOUR_MS = 3_600_000;
const BURST_MS = 60_000;
/** Two machines never agree exactly on how long a minute is. */
const HOUR_MARGIN_MS = 1_000;
const BURST_MARGIN_MS = 50;
/** What background work leaves to people. */
const PEOPLES_SHARE = 1 / 5;

/**
 * The budgets of a token (contract 5), by whose it is: "installation" or a user. With
 * `reserveForPeople` the hour is a fifth smaller.
 */
export function budgetOf(holder: string, reserveForPeople = false): CallBudget {
  const [hour, burst] = holder === "installation" ? [500, 30] : [200, 20];
  return {
    windows: [
      {
        limit: reserveForPeople ? hour * (1 - PEOPLES_SHARE) : hour,
        windowMs: HOUR_MS + HOUR_MARGIN_MS,
      },
      { limit: burst, windowMs: BURST_MS + BURST_MARGIN_MS },
    ],
    inFlight: 5,
  };
}

/**
 * When the last of `calls` further calls can begin at the earliest, if each takes no time: the exact
 * lower bound. `endedAt` holds the ends of the calls so far in epoch ms, oldest first; a call counts
 * until its end plus the window, because Revento began to count somewhere between its start and its end.
 */
export function earliestEnd(
  endedAt: readonly number[],
  budget: CallBudget,
  now: number,
  calls: number,
): number {
  const ends = [...endedAt];
  let at = now;
  for (let call = 0; call < calls; call += 1) {
    for (const { limit, windowMs } of budget.windows) {
      const leaving = ends[ends.length - limit];
      if (leaving !== undefined) at = Math.max(at, leaving + windowMs);
    }
    ends.push(at);
  }
  return at;
}
