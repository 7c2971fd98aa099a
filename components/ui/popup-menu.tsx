"use client";

import { Menu } from "@base-ui/react/menu";
import type { ReactNode, RefObject } from "react";

type Props = {
  label: string;
  isOpen: boolean;
  onClose: () => void;
  anchor: RefObject<HTMLButtonElement | null>;
  /** The side of the button where it begins. */
  align?: "start" | "end";
  children: ReactNode;
};

/** A menu beside its button, which need not be loaded with the button. On a phone it comes from below. */
export function PopupMenu({ label, isOpen, onClose, anchor, align = "end", children }: Props) {
  return (
    <Menu.Root
      open={isOpen}
      modal={false}
      onOpenChange={(next, { event, cancel }) => {
        if (next) return;
        // A press on the button itself is the button's, which knows what it means.
        if (event.target instanceof Node && anchor.current?.contains(event.target)) cancel();
        else onClose();
      }}
    >
      <Menu.Portal>
        <Menu.Backdrop className="fixed inset-0 z-30 bg-shade sm:hidden" />
        <Menu.Positioner
          anchor={anchor}
          sideOffset={6}
          align={align}
          collisionPadding={8}
          className="z-30 max-sm:inset-x-0! max-sm:top-auto! max-sm:bottom-0! max-sm:fixed! max-sm:w-full! max-sm:transform-none!"
        >
          <Menu.Popup
            aria-label={label}
            finalFocus={anchor}
            className="max-h-(--available-height) w-72 max-w-[calc(100vw-1rem)] overflow-y-auto overscroll-contain rounded-md border border-line bg-surface p-1 text-ink text-sm shadow-lift outline-none max-sm:max-h-[80dvh] max-sm:w-full max-sm:max-w-none max-sm:rounded-t-lg max-sm:rounded-b-none max-sm:pb-[calc(env(safe-area-inset-bottom)+0.5rem)]"
          >
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
