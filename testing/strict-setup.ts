/** What no test may do unnoticed: print an error, or call anything that is not this machine. */
import { Socket } from "node:net";
import fc from "fast-check";
import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

// `npm test` draws from the commit: every run of one commit asks the same, the next commit something else.
const seed = Number(process.env.FOYER_TEST_SEED);
if (Number.isInteger(seed) && process.env.FOYER_TEST_SEED) fc.configureGlobal({ seed });

const LOOPBACK = new Set(["", "localhost", "127.0.0.1", "::1"]);
const strangers: string[] = [];
const connect = Socket.prototype.connect;

Object.assign(Socket.prototype, {
  connect(this: Socket, ...args: Parameters<typeof connect>) {
    const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
    const host = first instanceof Object && "host" in first ? first.host : undefined;
    if (typeof host === "string" && !LOOPBACK.has(host)) strangers.push(host);
    return connect.apply(this, args);
  },
});

let consoleError: MockInstance<typeof console.error>;

beforeEach(() => {
  consoleError = vi.spyOn(console, "error");
});

afterEach(() => {
  const printed = consoleError.mock.calls.map((call) => call.map(String).join(" "));
  consoleError.mockRestore();
  expect(printed, "a test that expects console.error mocks it itself").toEqual([]);
  expect(strangers.splice(0), "requests that would leave this machine").toEqual([]);
});
