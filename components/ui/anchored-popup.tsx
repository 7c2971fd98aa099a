"use client";

import { Popover } from "@base-ui/react/popover";
import type { ReactNode, RefObject } from "react";

type Props = {
  open: boolean;
  onClose: () => void;
  /** The button that it belongs to: it stands beside it, and the focus returns there. */
  anchor: () => HTMLElement | null;
  title: string;
  className?: string;
  /** What has the focus first, where it is not the first control. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** What the button says that puts it away. */
  done?: string;
  children: ReactNode;
};

/**
 * A small window beside its button, which need not be loaded with the button; on a phone it comes from below.
 * Escape, a press elsewhere or its last button puts it away; the Tab key stays inside.
 */
export function AnchoredPopup({ open, onClose, anchor, title, ...more }: Props) {
  const { className = "w-80", initialFocus, done = "Done", children } = more;
  return (
    <Popover.Root
      open={open}
      modal="trap-focus"
      onOpenChange={(next, { event, cancel }) => {
        if (next) return;
        // A press on the button itself is the button's, which knows what it means.
        if (event.target instanceof Node && anchor()?.contains(event.target)) cancel();
        else onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Backdrop className="fixed inset-0 z-30 bg-shade sm:hidden" />
        <Popover.Positioner
          anchor={anchor}
          sideOffset={6}
          align="start"
          collisionPadding={8}
          className="z-30 max-sm:inset-x-0! max-sm:top-auto! max-sm:bottom-0! max-sm:fixed! max-sm:w-full! max-sm:transform-none!"
        >
          <Popover.Popup
            aria-label={title}
            finalFocus={anchor}
            initialFocus={initialFocus}
            className={`flex max-h-[min(40rem,var(--available-height))] max-w-[calc(100vw-1rem)] flex-col rounded-md border border-line bg-surface text-ink text-sm shadow-lift outline-none max-sm:max-h-[80dvh] max-sm:w-full max-sm:max-w-none max-sm:rounded-t-lg max-sm:rounded-b-none ${className}`}
          >
            <div className="min-h-0 overflow-y-auto overscroll-contain p-3">{children}</div>
            <div className="flex shrink-0 justify-end border-line border-t p-1.5 max-sm:p-3 max-sm:pb-[calc(env(safe-area-inset-bottom)+0.75rem)]">
              <Popover.Close className="min-h-7 rounded-sm px-3 font-medium text-accent text-sm hover:bg-tint max-sm:min-h-11 max-sm:w-full max-sm:rounded-md max-sm:bg-accent max-sm:text-on-accent pointer-coarse:min-h-11">
                {done}
              </Popover.Close>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
