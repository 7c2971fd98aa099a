import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { Slots } from "./slots";

test("so many work at a time for a key, in the order in which they came, and others are not held up", async () => {
  const slots = new Slots({ most: 2, patienceMs: 1_000 });
  const done: string[] = [];
  let inside = 0;
  let most = 0;
  const work = (name: string) => async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(10);
    inside -= 1;
    done.push(name);
  };
  const all = ["a1", "a2", "a3", "a4"].map((name) => slots.run("a", work(name)));
  await slots.run("b", async () => void done.push("b"));
  await Promise.all(all);
  expect(done).toEqual(["b", "a1", "a2", "a3", "a4"]);
  expect(most).toBe(2);
});

test("whoever waits too long is sent away, and takes nobody's place with them", async () => {
  const slots = new Slots({ most: 1, patienceMs: 20 });
  const over = Promise.withResolvers<void>();
  const first = slots.run("a", () => over.promise);
  await expect(slots.run("a", async () => {})).rejects.toMatchObject({ code: "busy" });
  over.resolve();
  await first;
  expect(await slots.run("a", async () => 7)).toBe(7);
});

test("work that fails gives its place back", async () => {
  const slots = new Slots({ most: 1, patienceMs: 20 });
  const failing = slots.run("a", () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(await slots.run("a", async () => 7)).toBe(7);
});

test("whoever leaves the line is sent away at once, and is in nobody's way", async () => {
  const slots = new Slots({ most: 1, patienceMs: 60_000 });
  const over = Promise.withResolvers<void>();
  const first = slots.run("a", () => over.promise);
  const left = new AbortController();
  const waiting = slots.run("a", async () => {}, left.signal);
  const next = slots.run("a", async () => 7);
  left.abort();
  await expect(waiting).rejects.toMatchObject({ code: "busy" });
  await expect(slots.run("a", async () => {}, left.signal)).rejects.toMatchObject({ code: "busy" });
  over.resolve();
  await first;
  expect(await next).toBe(7);
});
