import { findFreePort } from "@/scripts/ports";

const LANE = 40;

/** Which of the workers that run tests at a time this process is; 0 where it is none. */
export function testLane(): number {
  const { VITEST_POOL_ID, TEST_PARALLEL_INDEX } = process.env;
  if (VITEST_POOL_ID) return Number(VITEST_POOL_ID);
  return TEST_PARALLEL_INDEX ? Number(TEST_PARALLEL_INDEX) + 1 : 0;
}

let next = 3_200 + testLane() * LANE;

/** A free port of 127.0.0.1 that no other worker of this run looks at, and that was not handed out before. */
export async function nextTestPort(): Promise<number> {
  const port = await findFreePort(next);
  next = port + 1;
  return port;
}
