import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { streamExport } from "./stream-export";

async function* chunks(count: number, written: { n: number; isOver: boolean }) {
  try {
    for (; written.n < count; written.n += 1) yield Uint8Array.of(written.n);
  } finally {
    written.isOver = true;
  }
}

test("is written as it is read, and whole", async () => {
  const written = { n: 0, isOver: false };
  let ends = 0;
  const body = streamExport(chunks(3, written), { patienceMs: 1_000, onEnd: () => (ends += 1) });
  await sleep(20);
  expect(written.n).toBe(0);
  expect(new Uint8Array(await new Response(body).arrayBuffer())).toEqual(Uint8Array.of(0, 1, 2));
  expect({ ...written, ends }).toEqual({ n: 3, isOver: true, ends: 1 });
});

test.each([0, 2])("is given up when nobody reads on after %d parts", async (read) => {
  const written = { n: 0, isOver: false };
  let ends = 0;
  const body = streamExport(chunks(10, written), { patienceMs: 50, onEnd: () => (ends += 1) });
  const reader = body.getReader();
  for (let part = 0; part < read; part += 1) await reader.read();
  await expect.poll(() => ends).toBe(1);
  await expect(reader.read()).rejects.toThrow("nobody reads");
  expect(written.n).toBeLessThanOrEqual(read);
});

test("whoever leaves ends it, and so does what fails", async () => {
  const written = { n: 0, isOver: false };
  let ends = 0;
  const onEnd = () => (ends += 1);
  const body = streamExport(chunks(10, written), { patienceMs: 1_000, onEnd });
  const reader = body.getReader();
  await reader.read();
  await reader.cancel();
  expect({ ends, isOver: written.isOver }).toEqual({ ends: 1, isOver: true });
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield Uint8Array.of(1);
    throw new Error("gone");
  }
  const broken = streamExport(failing(), { patienceMs: 1_000, onEnd }).getReader();
  await broken.read();
  await expect(broken.read()).rejects.toThrow("gone");
  expect(ends).toBe(2);
});
