import type { LucideIcon } from "lucide-react";
import { foldedWords, foldText } from "@/lib/list-address/fold-text";

/** Something that can be chosen. */
export type Command = {
  id: string;
  word: string;
  /** What tells it from others of its name. */
  note?: string | null | undefined;
  icon: LucideIcon;
  run: () => void;
};

export type CommandGroup = { name: string; items: Command[] };

/** Of a group so many are shown. */
export const MOST_OF_GROUP = 6;
/** Shorter searches find half of the event. */
export const SHORTEST_SEARCH = 2;

/** The commands whose words or notes hold every word of a search, those that begin with it first. */
export function findCommands(commands: readonly Command[], search: string): Command[] {
  const folded = foldText(search.trim());
  const words = foldedWords(search);
  return commands
    .map((command) => ({ command, text: foldText(`${command.word} ${command.note ?? ""}`) }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .sort((a, b) => Number(b.text.startsWith(folded)) - Number(a.text.startsWith(folded)))
    .map(({ command }) => command);
}
