import { expect, test } from "vitest";
import { countWrite } from "./count-write";

const EVENT = "evt_a";
let people = 0;
const somebody = () => `usr_${people++}`;

/** How many of `writes` at the moment `now` were let through. */
function letThrough(userId: string, now: number, writes: number): number {
  let count = 0;
  for (let write = 0; write < writes; write += 1) {
    try {
      countWrite(EVENT, userId, now);
      count += 1;
    } catch (error) {
      expect(error).toMatchObject({ code: "rate_limited" });
    }
  }
  return count;
}

test("a person writes 120 times at once, and twice a second from then on", () => {
  const me = somebody();
  expect(letThrough(me, 1_000, 500)).toBe(120);
  expect(letThrough(me, 1_400, 10)).toBe(0);
  expect(letThrough(me, 1_500, 10)).toBe(1);
  expect(letThrough(me, 6_500, 100)).toBe(10);
  expect(letThrough(me, 600_000, 500)).toBe(120);
});

test("what one person writes takes nothing from another, nor from themselves in another event", () => {
  const me = somebody();
  letThrough(me, 1_000, 500);
  expect(letThrough(somebody(), 1_000, 120)).toBe(120);
  expect(() => countWrite("evt_b", me, 1_000)).not.toThrow();
});

test("a person who waits is not forgotten before it may write as much as a new one", () => {
  const me = somebody();
  letThrough(me, 1_000, 500);
  for (let other = 0; other < 1_100; other += 1) countWrite(EVENT, somebody(), 60_000);
  expect(letThrough(me, 60_000, 500)).toBe(118);
  countWrite(EVENT, somebody(), 200_000);
  expect(letThrough(me, 200_000, 500)).toBe(120);
});
