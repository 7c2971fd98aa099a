import type { Store } from "./store/store";

type ClockState = { anchorReal: number; anchorVirtual: number; speed: number };

/** What a change of the clock may say: all in milliseconds, `set` in epoch milliseconds. */
export type ClockChange = { advance_ms?: number; set?: number; speed?: number };

/**
 * The platform's only idea of time, in epoch milliseconds. It can be advanced, set and sped up, and
 * keeps its offset across restarts. Every expiry, rate window, webhook timestamp and retry asks it.
 */
export class Clock {
  #state: ClockState;
  readonly #store: Store;
  readonly #listeners = new Set<() => void>();

  constructor(store: Store) {
    this.#store = store;
    const saved = store.readSetting<ClockState>("clock");
    this.#state = saved ?? { anchorReal: Date.now(), anchorVirtual: Date.now(), speed: 1 };
  }

  /** The platform's present, in whole epoch milliseconds. */
  now(): number {
    const { anchorReal, anchorVirtual, speed } = this.#state;
    return Math.round(anchorVirtual + (Date.now() - anchorReal) * speed);
  }

  get speed(): number {
    return this.#state.speed;
  }

  /** Moves the clock; order: set, then advance, then speed. Wakes everybody who waits for a time. */
  change(change: ClockChange): void {
    const start = change.set ?? this.now();
    this.#state = {
      anchorReal: Date.now(),
      anchorVirtual: start + (change.advance_ms ?? 0),
      speed: change.speed ?? this.#state.speed,
    };
    this.#save();
  }

  /** Back to real time at speed 1. */
  reset(): void {
    this.#state = { anchorReal: Date.now(), anchorVirtual: Date.now(), speed: 1 };
    this.#save();
  }

  /** Calls the listener after every change of the clock. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #save(): void {
    this.#store.writeSetting("clock", this.#state);
    for (const listener of this.#listeners) listener();
  }
}
