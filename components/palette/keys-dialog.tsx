"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useCommandKey } from "@/components/ui/use-command-key";

type Props = { isOpen: boolean; onClose: () => void };

const GROUPS = [
  {
    name: "Everywhere",
    keys: [
      [["Ctrl K"], "Search and commands"],
      [["/"], "Search this page"],
      [["G", "N"], "Next for me to review"],
      [["?"], "These keys"],
      [["Esc"], "Close what is open"],
    ],
  },
  {
    name: "In a list",
    keys: [
      [["J", "↓"], "Next person"],
      [["K", "↑"], "The one before"],
      [["Enter"], "Open"],
      [["Space"], "Select"],
      [["Shift Space"], "Select all up to here"],
      [["Ctrl A"], "Select what is loaded"],
      [["Home", "End"], "First, last"],
    ],
  },
  {
    name: "Beside somebody",
    keys: [
      [["J"], "Next person"],
      [["K"], "The one before"],
      [["F"], "Read on the whole page"],
      [["N"], "Write a note"],
      [["1", "…", "5"], "Rate, once more takes it back"],
      [["A"], "Abstain"],
      [["L"], "Labels"],
    ],
  },
] as const;

/** The keys that do something, for whoever likes them. */
export function KeysDialog({ isOpen, onClose }: Props) {
  const commandKey = useCommandKey();
  return (
    <Dialog.Root open={isOpen} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-shade" />
        <Dialog.Viewport className="fixed inset-0 z-40 grid items-end overflow-y-auto overscroll-contain sm:items-center sm:p-6">
          <Dialog.Popup
            data-own-keys=""
            className="relative mx-auto grid w-full max-w-2xl gap-5 rounded-t-lg bg-surface p-5 text-ink shadow-lift outline-none sm:rounded-lg sm:p-6"
          >
            <Dialog.Title className="font-display text-2xl">Keys</Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="absolute top-3 right-3 grid size-11 place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden="true" size={18} />
            </Dialog.Close>
            <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
              {GROUPS.map(({ name, keys }) => (
                <section key={name} aria-label={name}>
                  <h3 className="mb-1.5 font-medium text-sm">{name}</h3>
                  <dl className="grid gap-1 text-sm">
                    {keys.map(([some, word]) => (
                      <div key={word} className="flex items-center justify-between gap-4">
                        <dt className="text-soft">{word}</dt>
                        <dd className="flex gap-1">
                          {some.map((key) => (
                            <kbd
                              key={key}
                              className="rounded-sm border border-line bg-canvas px-1.5 py-0.5 font-sans text-xs"
                            >
                              {key.replace("Ctrl", commandKey)}
                            </kbd>
                          ))}
                        </dd>
                      </div>
                    ))}
                  </dl>
                </section>
              ))}
            </div>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
