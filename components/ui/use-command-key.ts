import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The key that commands begin with, as this machine's keyboard has it: "⌘" or "Ctrl". */
export function useCommandKey(): string {
  return useSyncExternalStore(
    never,
    () => (/^(Mac|iP)/.test(navigator.platform) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}
