import { expect, test } from "vitest";
import { playRecording } from "./play-recording";

test("the recording lasts six seconds, and its numbers say what its rows show", () => {
  const frames = playRecording();
  expect(frames.reduce((sum, { forMs }) => sum + forMs, 0)).toBe(6000);
  expect(frames.every(({ forMs }) => forMs > 500)).toBe(true);
  for (const [at, { frame }] of frames.entries()) {
    const before = frames[at - 1]?.frame;
    if (!before) continue;
    for (const status of ["pending", "approved"] as const) {
      const shown = (guests: typeof frame.guests) =>
        guests.filter((guest) => guest.status === status).length;
      expect(frame.counts[status] - before.counts[status]).toBe(
        shown(frame.guests) - shown(before.guests),
      );
    }
    expect(frame.guests.map(({ id }) => id)).toContain(frame.changed);
  }
});
