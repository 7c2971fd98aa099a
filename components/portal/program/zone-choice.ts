export type ZoneChoice = "event" | "mine";

const KEY = "foyer zone";
const listeners = new Set<() => void>();
/** For pages that may store nothing. */
let remembered: ZoneChoice = "event";

/** Whose clock this browser wants to read programs by. */
export const zoneChoice = {
  get(): ZoneChoice {
    try {
      return localStorage.getItem(KEY) === "mine" ? "mine" : "event";
    } catch {
      return remembered;
    }
  },

  set(choice: ZoneChoice): void {
    remembered = choice;
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // A frame may be refused its storage: then the choice lasts as long as the page.
    }
    for (const listener of listeners) listener();
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
