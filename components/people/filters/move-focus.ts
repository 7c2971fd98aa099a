import type { KeyboardEvent } from "react";

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrows up and down move the focus between the controls that `selector` finds; at the ends they stay. */
export function moveFocus(
  event: KeyboardEvent,
  inside: HTMLElement | null,
  selector: string,
): void {
  const step = STEPS[event.key];
  if (step === undefined || !inside) return;
  const controls = [...inside.querySelectorAll<HTMLElement>(selector)];
  const at = controls.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  controls[Math.min(Math.max(at + step, 0), controls.length - 1)]?.focus();
}
