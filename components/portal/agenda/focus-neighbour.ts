/** The star that is in focus is about to go with its row: the next one takes the focus, or the last. */
export function focusNeighbour(): void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement)) return;
  const stars = [...document.querySelectorAll<HTMLElement>("main button[aria-pressed]")];
  const at = stars.indexOf(activeElement);
  if (at === -1) return;
  (stars[at + 1] ?? stars[at - 1])?.focus({ preventScroll: true });
}
