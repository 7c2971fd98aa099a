/** Shows the beginning of whatever `element` scrolls in. */
export function scrollToTop(element: HTMLElement | null): void {
  let around = element?.parentElement ?? null;
  while (around && !/auto|scroll/.test(getComputedStyle(around).overflowY)) {
    around = around.parentElement;
  }
  around?.scrollTo({ top: 0 });
}
