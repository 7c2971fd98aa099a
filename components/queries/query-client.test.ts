import { QueryObserver } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { ApiError } from "./api-error";
import { answeredView } from "./fetch-view";
import { newQueryClient } from "./query-client";

const refused = (status: number, headers = {}) =>
  new Response(JSON.stringify({ error: "busy", message: "Busy." }), { status, headers });

async function triesOf(answer: () => Response): Promise<number> {
  vi.useFakeTimers();
  let tries = 0;
  const queryFn = () => {
    tries += 1;
    return answeredView(Promise.resolve(answer()));
  };
  const leave = new QueryObserver(newQueryClient(), { queryKey: ["asked"], queryFn }).subscribe(
    () => {},
  );
  await vi.advanceTimersByTimeAsync(120_000);
  leave();
  vi.useRealTimers();
  return tries;
}

test("an answer that says when to come back is asked for again then, and more often than one that fails", async () => {
  const told = await answeredView(Promise.resolve(refused(503, { "Retry-After": "7" }))).catch(
    (error: unknown) => error,
  );
  expect(told).toMatchObject({ status: 503, retryAfterMs: 7_000 } satisfies Partial<ApiError>);
  expect(await triesOf(() => refused(503, { "Retry-After": "3" }))).toBe(9);
  expect(await triesOf(() => refused(500))).toBe(3);
  expect(await triesOf(() => refused(404))).toBe(1);
});

test.each([
  ["7", 7_000],
  ["90000", 60_000],
  ["-3", 0],
  ["soon", null],
])("Retry-After: %s is %s ms", async (said, ms) => {
  const error = await answeredView(Promise.resolve(refused(503, { "Retry-After": said }))).catch(
    (told: unknown) => told,
  );
  expect(error).toBeInstanceOf(ApiError);
  expect((error as ApiError).retryAfterMs).toBe(ms);
});
