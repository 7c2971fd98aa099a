"use client";

import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ToastMessage } from "./show-toast";

const SHOWN_MS = 6_000;
const MOST = 3;

/** Shows what it is given, the newest below; each goes by itself, later while one points at it. */
export function ToastList({ messages }: { messages: readonly ToastMessage[] }) {
  return (
    <Toast.Provider timeout={SHOWN_MS} limit={MOST}>
      <Toasts messages={messages} />
    </Toast.Provider>
  );
}

function Toasts({ messages }: { messages: readonly ToastMessage[] }) {
  const { toasts, add, close } = Toast.useToastManager();
  const shown = useRef<readonly ToastMessage[]>(null);
  useEffect(() => {
    if (shown.current === messages) return;
    shown.current = messages;
    for (const { text, action } of messages) {
      const id = add({
        // What a toast says is its name, too.
        title: text,
        ...(action && {
          actionProps: {
            children: action.word,
            onClick: () => {
              action.run();
              close(id);
            },
          },
        }),
      });
    }
  }, [messages, add, close]);
  return (
    <Toast.Portal>
      <Toast.Viewport className="fixed inset-x-4 bottom-20 z-50 mx-auto grid max-w-md gap-2 outline-none lg:bottom-6">
        {toasts.map((toast) => (
          <Toast.Root
            key={toast.id}
            toast={toast}
            className="flex items-center gap-3 rounded-md bg-ink py-2 pr-2 pl-4 text-canvas text-sm shadow-lift transition-opacity duration-200 data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
          >
            <Toast.Title render={<p />} className="min-w-0 flex-1 leading-snug" />
            <Toast.Action className="min-h-9 rounded-sm px-2 font-medium underline underline-offset-4 pointer-coarse:min-h-11" />
            <Toast.Close
              aria-label="Close"
              className="grid size-9 place-items-center rounded-sm pointer-coarse:size-11"
            >
              <X aria-hidden="true" size={15} />
            </Toast.Close>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}
