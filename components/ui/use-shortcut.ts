import { useEffect, useEffectEvent } from "react";

/** Menus and questions take letters themselves. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest("[role=alertdialog],[role=menu],[role=listbox],[data-own-keys]") !== null)
  );
}

type Options = {
  /** Together with Control, or Command on a Mac: nobody types that, so it also counts in a field. */
  withControl?: boolean;
};

/** Answers a key anywhere on the page, but for keys that are being typed into something. */
export function useShortcut(key: string, act: () => void, { withControl = false }: Options = {}) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.altKey || event.defaultPrevented) return;
    if ((event.ctrlKey || event.metaKey) !== withControl) return;
    if (!withControl && isTyping(event.target)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
