const RELOADED = "foyer reloaded";
/** Whoever was reloaded a moment ago, and still misses a piece, is not helped by another reload. */
const NOT_AGAIN_MS = 60_000;
const LOOK_EVERY_MS = 3_000;
/** As long as it takes to read why. */
const READ_MS = 1_500;

/** What browsers, bundlers and React say of a script that is not there, and of an answer that was cut off. */
const MISSING =
  /failed to (load|fetch) (chunk|dynamically imported module)|importing a module script failed|^connection closed/i;

/** Whether a piece of the page could not be loaded: mostly because the server was renewed since. */
export function isMissingPiece(error: unknown): boolean {
  return error instanceof Error && (error.name === "ChunkLoadError" || MISSING.test(error.message));
}

/**
 * Reloads the page once, at its address, as soon as the server answers. Answers false, and does nothing, where that
 * was tried a moment ago. `signal` gives up.
 */
export async function reloadOnce(signal: AbortSignal): Promise<boolean> {
  if (Date.now() - lastReload() < NOT_AGAIN_MS) return false;
  await pause(READ_MS);
  while (!signal.aborted && !(await isServerThere(signal))) await pause(LOOK_EVERY_MS);
  if (signal.aborted) return true;
  try {
    sessionStorage.setItem(RELOADED, String(Date.now()));
  } catch {
    // Without a memory nobody could tell the second time from the first.
    return false;
  }
  location.reload();
  return true;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function lastReload(): number {
  try {
    return Number(sessionStorage.getItem(RELOADED) ?? 0);
  } catch {
    return Date.now();
  }
}

async function isServerThere(signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch("/api/live", { signal, cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
