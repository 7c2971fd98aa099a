import recording from "./recording.json" with { type: "json" };

type Guest = (typeof recording.guests)[number];
export type Frame = {
  guests: Guest[];
  counts: { pending: number; approved: number };
  /** Whose row has just changed. */
  changed: string | null;
};

const START: Frame = { guests: recording.guests, counts: recording.counts, changed: null };

function countsAfter({ pending, approved }: Frame["counts"], was: string | null, is: string) {
  const by = (status: string) => Number(is === status) - Number(was === status);
  return { pending: pending + by("pending"), approved: approved + by("approved") };
}

type Step = (typeof recording.steps)[number];

function after(frame: Frame, { change, arrival }: Step): Frame {
  if (arrival) {
    return {
      guests: [arrival, ...frame.guests],
      counts: countsAfter(frame.counts, null, arrival.status),
      changed: arrival.id,
    };
  }
  const guest = frame.guests.find(({ id }) => id === change?.id);
  if (!guest || !change) return frame;
  return {
    guests: frame.guests.map((one) => (one === guest ? { ...one, status: change.status } : one)),
    counts: countsAfter(frame.counts, guest.status, change.status),
    changed: guest.id,
  };
}

/** What the picture shows after each step, and for how long, in milliseconds; the first before anything happened. */
export function playRecording(): { frame: Frame; forMs: number }[] {
  const moments = [0, ...recording.steps.map(({ atMs }) => atMs), recording.lengthMs];
  let frame = START;
  return moments.slice(0, -1).map((from, at) => {
    const step = recording.steps[at - 1];
    if (step) frame = after(frame, step);
    return { frame, forMs: (moments[at + 1] ?? from) - from };
  });
}
