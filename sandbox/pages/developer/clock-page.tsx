/** @jsxImportSource hono/jsx */
import type { Fault } from "../../control/fault-box";
import { ActionButton } from "../action-button";
import { Moment } from "../moment";
import { ConsoleTabs } from "./console-tabs";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const ADVANCES = [
  { name: "hour", label: "1 hour", ms: HOUR_MS },
  { name: "day", label: "1 day", ms: DAY_MS },
  { name: "quarter", label: "90 days", ms: 90 * DAY_MS },
  { name: "year", label: "1 year", ms: 365 * DAY_MS },
] as const;

export const SPEEDS = [1, 10, 60, 600] as const;

type ClockPageProps = { now: number; speed: number; faults: readonly Fault[] };

/** The clock that every expiry, rate window and retry asks, and the faults in wait. */
export function ClockPage({ now, speed, faults }: ClockPageProps) {
  return (
    <>
      <h1>Clock and faults</h1>
      <ConsoleTabs current="/developer/clock" />
      <div class="cards wide">
        <section class="card" aria-label="Clock">
          <h2>Clock</h2>
          <p class="big">
            <Moment at={now} seconds />
          </p>
          <p class="hint">
            {speed === 1
              ? "Running at real speed."
              : `Running ${speed} times as fast as real time.`}{" "}
            Tokens, rate limits, webhook stamps and retries all follow this clock.
          </p>
          <form method="post" action="/developer/clock" class="actions">
            {ADVANCES.map(({ name, label }) => (
              <button key={name} type="submit" name="advance" value={name}>
                Advance {label}
              </button>
            ))}
          </form>
          <form method="post" action="/developer/clock" class="actions">
            <label class="short">
              <span>Speed</span>
              <select name="speed">
                {SPEEDS.map((known) => (
                  <option key={known} value={String(known)} selected={known === speed}>
                    × {known}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit">Set speed</button>
          </form>
          <ActionButton action="/developer/clock" fields={{ act: "reset" }}>
            Back to real time
          </ActionButton>
        </section>
        <section class="card" aria-label="Faults">
          <h2>Faults</h2>
          {faults.length === 0 ? (
            <p class="hint">
              None are armed. Tests arm them with <code>POST /_control/faults</code>.
            </p>
          ) : (
            <>
              <ul class="plain">
                {faults.map((fault) => (
                  <li key={wordsOf(fault)}>{wordsOf(fault)}</li>
                ))}
              </ul>
              <ActionButton action="/developer/faults/clear" tone="danger">
                Clear faults
              </ActionButton>
            </>
          )}
        </section>
      </div>
    </>
  );
}

function wordsOf(fault: Fault): string {
  const times = `${fault.times} ${fault.times === 1 ? "time" : "times"}`;
  if (fault.target === "delivery") {
    return `${fault.kind.replaceAll("_", " ")}, deliveries of ${fault.type ?? "any type"}, ${times}`;
  }
  return `${fault.kind} ${fault.status ?? ""}, ${fault.method ?? "any method"} ${fault.path}, ${times}`;
}
