import { describe, expect, test } from "vitest";
import { readText } from "./read-text";

const ADDRESS = "http://127.0.0.1:3000/api/x";
const KIB = new Uint8Array(1_024).fill(97);

/** A sender that goes on for as long as somebody takes what it sends, and says how much that was. */
function endless() {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1;
      controller.enqueue(KIB);
    },
  });
  return { body, sentKib: () => sent };
}

function post(body: BodyInit | null, headers: Record<string, string> = {}): Request {
  const init = { method: "POST", body, headers, duplex: "half" };
  return new Request(ADDRESS, init);
}

describe("the body of a request", () => {
  test("is read as text, in however many pieces it came", async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const byte of Buffer.from("Zuš")) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readText(post(body))).toBe("Zuš");
    expect(await readText(post(null))).toBe("");
    expect(await readText(post("a".repeat(16_384)))).toHaveLength(16_384);
  });

  test("that is too long is refused without being read", async () => {
    const { body, sentKib } = endless();
    const refused = readText(post(body, { "content-length": "16385" }));
    await expect(refused).rejects.toMatchObject({ code: "too_large" });
    expect(sentKib()).toBeLessThanOrEqual(1);
  });

  test("that never says how long it is is let go of where it gets too long", async () => {
    const { body, sentKib } = endless();
    await expect(readText(post(body))).rejects.toMatchObject({ code: "too_large" });
    expect(sentKib()).toBeLessThan(20);
  });
});
