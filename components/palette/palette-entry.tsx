"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { useCommandKey } from "@/components/ui/use-command-key";
import { useShortcut } from "@/components/ui/use-shortcut";

const Palette = lazyPiece(() => import("./palette").then((module) => module.Palette));
const KeysDialog = lazyPiece(() => import("./keys-dialog").then((module) => module.KeysDialog));

type Opened = "palette" | "keys" | null;

/** The way to everything of an event by name, and to its keys: a button, Ctrl+K or Command+K, and `?`. */
export function PaletteEntry({ eventId }: { eventId: string }) {
  const [opened, setOpened] = useState<Opened>(null);
  const [hadOpened, setHadOpened] = useState<ReadonlySet<Opened>>(new Set());
  function open(what: Opened): void {
    setOpened(what);
    setHadOpened(new Set([...hadOpened, what]));
  }
  useShortcut("k", () => open("palette"), { withControl: true });
  useShortcut("?", () => open("keys"));
  const close = () => setOpened(null);
  const commandKey = useCommandKey();
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        title={`Search and commands (${commandKey}+K)`}
        onPointerEnter={Palette.preload}
        onFocus={Palette.preload}
        onClick={() => open("palette")}
        className="flex shrink-0 items-center gap-2 rounded-md text-soft text-sm hover:bg-sunken hover:text-ink max-lg:size-11 max-lg:justify-center lg:min-h-9 lg:w-full lg:border lg:border-line lg:px-2"
      >
        <Search aria-hidden="true" size={16} className="shrink-0" />
        <span className="max-lg:sr-only">Search</span>
        <span
          aria-hidden="true"
          className="ml-auto hidden rounded-sm border border-line px-1.5 font-sans text-xs lg:pointer-fine:inline"
        >
          {commandKey} K
        </span>
      </button>
      {hadOpened.has("palette") ? (
        <Palette
          eventId={eventId}
          isOpen={opened === "palette"}
          onClose={close}
          onKeys={() => open("keys")}
        />
      ) : null}
      {hadOpened.has("keys") ? <KeysDialog isOpen={opened === "keys"} onClose={close} /> : null}
    </>
  );
}
