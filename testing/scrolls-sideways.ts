/** Runs in the page: what can be scrolled sideways, the page itself or a part of it. */
export function scrollsSideways(): string[] {
  const root = document.documentElement;
  const parts = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) =>
    /auto|scroll/.test(getComputedStyle(element).overflowX),
  );
  return [root, ...parts]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ tagName, className }) => `${tagName} ${className}`);
}
