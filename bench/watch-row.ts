type Sought = { name: string; label: string };

/** Runs in the page: notes the moment at which the row of `name` shows `label`, in epoch ms. */
export function watchRow({ name, label }: Sought): void {
  const isShown = () =>
    [...document.querySelectorAll("tr, [role=row], li")].some(
      (row) => row.textContent.includes(name) && row.textContent.includes(label),
    );
  if (isShown()) throw new Error(`the row of ${name} says ${label} already`);
  const shown = new Promise<number>((resolve, reject) => {
    const observer = new MutationObserver(() => {
      if (!isShown()) return;
      observer.disconnect();
      resolve(Date.now());
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    setTimeout(() => reject(new Error(`the row of ${name} never said ${label}`)), 20_000);
  });
  Object.assign(window, { foyerBenchShown: shown });
}

/** Runs in the page: the moment that {@link watchRow} has noted, or will. */
export function showsAt(): Promise<number> {
  return Reflect.get(window, "foyerBenchShown");
}
