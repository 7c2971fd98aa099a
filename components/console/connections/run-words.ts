const KINDS: Record<string, string> = { sync: "Full read", reconcile: "Reconcile" };
const STATES: Record<string, string> = {
  queued: "queued",
  running: "running",
  waiting: "waiting for its budget",
  completed: "done",
  failed: "failed",
  cancelled: "cancelled",
};

/** A read and how it went: "Reconcile done". */
export function runWords({ kind, state }: { kind: string; state: string }): string {
  return `${KINDS[kind] ?? kind} ${STATES[state] ?? state.replaceAll("_", " ")}`;
}
