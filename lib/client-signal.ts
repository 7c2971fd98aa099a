import { AsyncLocalStorage } from "node:async_hooks";

// Next loads its own copy of this module beside the server's.
const shared = globalThis as typeof globalThis & {
  foyerClientSignals?: AsyncLocalStorage<AbortSignal>;
};

function signals(): AsyncLocalStorage<AbortSignal> {
  shared.foyerClientSignals ??= new AsyncLocalStorage();
  return shared.foyerClientSignals;
}

/** Runs the answering of a request. `signal` is aborted when its client leaves before the answer is complete. */
export function answerWhileConnected(signal: AbortSignal, answer: () => void): void {
  signals().run(signal, answer);
}

/** The signal of the request that is being answered; none outside of one. */
export function clientSignal(): AbortSignal | undefined {
  return signals().getStore();
}
