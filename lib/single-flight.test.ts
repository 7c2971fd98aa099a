import { expect, test } from "vitest";
import { SingleFlight } from "./single-flight";

test("twenty who ask the same at once get one answer, and others their own", async () => {
  const flight = new SingleFlight<number>(1_000);
  let count = 0;
  const compute = async () => (count += 1);
  const same = Array.from({ length: 20 }, () => flight.run("a", compute));
  expect(await Promise.all(same)).toEqual(Array(20).fill(1));
  expect(await flight.run("b", compute)).toBe(2);
  expect(await flight.run("a", compute)).toBe(1);
});

test("an answer is computed again when its time is over", async () => {
  const flight = new SingleFlight<number>(0);
  let count = 0;
  const compute = async () => (count += 1);
  expect(await flight.run("a", compute)).toBe(1);
  expect(await flight.run("a", compute)).toBe(2);
});

test("what fails is asked for again, by everybody", async () => {
  const flight = new SingleFlight<number>(1_000);
  const fail = async () => Promise.reject(new Error("away"));
  const both = [flight.run("a", fail), flight.run("a", fail)];
  for (const each of both) await expect(each).rejects.toThrow("away");
  expect(await flight.run("a", async () => 7)).toBe(7);
});

test("no more than 200 answers are kept, the newest", async () => {
  const flight = new SingleFlight<number>(1_000);
  for (let n = 0; n < 300; n += 1) await flight.run(String(n), async () => n);
  expect(await flight.run("299", async () => -1)).toBe(299);
  expect(await flight.run("0", async () => -1)).toBe(-1);
});
