import { createContext, useContext } from "react";
import type { Overlaps } from "./overlaps-of";

/** What every activity on the page needs to know beside itself. */
export type ProgramContext = {
  eventId: string;
  zone: string | null;
  overlaps: ReadonlyMap<string, Overlaps>;
  /** Ids of what is on now, and of what begins next. */
  now: ReadonlySet<string>;
  next: ReadonlySet<string>;
  /** The one that the address names. */
  opened: string | null;
  /** The colour of each thread, as a value of CSS, by its id. */
  colors: ReadonlyMap<string, string>;
  /** Places of the activities in the program's order, by id. */
  places: ReadonlyMap<string, number>;
  /** Those whose data has just changed. */
  changed: ReadonlySet<string>;
  /** Null closes the one that is open. */
  open: (activityId: string | null) => void;
};

export const Program = createContext<ProgramContext | null>(null);

/** Only inside the program's screen. */
export function useProgram(): ProgramContext {
  const program = useContext(Program);
  if (!program) throw new Error("An activity stands outside the program.");
  return program;
}
