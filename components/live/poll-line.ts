import type { Line, LineHearer } from "./open-line";

const POLL_EVERY_MS = 20_000;

/** A line for a page that cannot share one: it says every 20 s that everything may have changed, to whoever looks. */
export function pollLine(
  channels: ReadonlyMap<string, string | null>,
  { onMessage, onState, onBeat }: LineHearer,
): Line {
  let askedAt = Date.now();
  const timer = setInterval(() => renew(POLL_EVERY_MS), POLL_EVERY_MS / 4);

  function renew(silentMs: number): void {
    if (document.hidden || Date.now() - askedAt < silentMs) return;
    askedAt = Date.now();
    onBeat();
    for (const of of channels.keys()) onMessage(of, { kind: "all", seq: null });
  }

  onState("polling");
  return { renew, close: () => clearInterval(timer) };
}
