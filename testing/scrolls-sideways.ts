/** Runs in the page: what can be scrolled sideways, the page itself or a part of it. A strip of short links or choices may. */
export function scrollsSideways(): string[] {
  const root = document.documentElement;
  const parts = [...document.querySelectorAll<HTMLElement>("body :not([data-strip])")].filter(
    (element) => /auto|scroll/.test(getComputedStyle(element).overflowX),
  );
  return [root, ...parts]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ tagName, className }) => `${tagName} ${className}`);
}
