import type { KeyboardEvent } from "react";

/**
 * Arrow keys, Home and End move the focus among the links of a picture, of which only the first is a
 * stop of the Tab key: a hundred stops would be in everybody's way.
 */
export function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll("a")];
  const at = links.findIndex((link) => link.matches(":focus"));
  const next = placeOf(event.key, at, links.length - 1);
  const link = next === null ? undefined : links[next];
  if (!link) return;
  event.preventDefault();
  link.focus();
}

function placeOf(key: string, at: number, last: number): number | null {
  if (key === "ArrowRight") return Math.min(at + 1, last);
  if (key === "ArrowLeft") return Math.max(at - 1, 0);
  if (key === "Home") return 0;
  return key === "End" ? last : null;
}
