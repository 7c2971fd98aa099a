import { formatRelative } from "./format-relative";

/** How long ago, to the second while it is under a minute: "4 s ago". */
export function formatFresh(iso: string, nowMs: number): string {
  const seconds = Math.floor((nowMs - Date.parse(iso)) / 1000);
  return seconds >= 1 && seconds < 60 ? `${seconds} s ago` : formatRelative(iso, nowMs);
}
