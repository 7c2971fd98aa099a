"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { LoaderCircle, Search } from "lucide-react";
import { useState } from "react";
import type { Command, CommandGroup } from "./command";
import { useCommands } from "./use-commands";

type Props = { eventId: string; isOpen: boolean; onClose: () => void; onKeys: () => void };

const LONGEST_SEARCH = 200;

/** Goes to people, activities, views, pages and events by name, and does what has no place of its own. */
export function Palette({ eventId, isOpen, onClose, onKeys }: Props) {
  const [search, setSearch] = useState("");
  const { groups, isSearching } = useCommands({ eventId, isOpen, search, onKeys });
  function close(): void {
    onClose();
    setSearch("");
  }
  const choose = (command: Command) => {
    close();
    command.run();
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-shade" />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-3 pt-[12dvh] sm:p-6 sm:pt-[14dvh]">
          <Dialog.Popup className="flex max-h-[70dvh] w-full max-w-xl flex-col overflow-hidden rounded-lg border border-line bg-surface text-ink shadow-lift outline-none">
            <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
            <Autocomplete.Root
              items={groups}
              inline
              open
              mode="none"
              autoHighlight="always"
              keepHighlight
              value={search}
              onValueChange={(next, { reason }) => {
                // What was chosen is not what is searched for.
                if (reason !== "item-press") setSearch(next);
              }}
              itemToStringValue={({ word }: Command) => word}
            >
              <SearchInput isSearching={isSearching} />
              <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2 empty:p-0">
                {(group: CommandGroup) => (
                  <Autocomplete.Group
                    key={group.name}
                    items={group.items}
                    className="mb-2 last:mb-0"
                  >
                    <Autocomplete.GroupLabel className="px-2 py-1.5 text-soft text-xs">
                      {group.name}
                    </Autocomplete.GroupLabel>
                    {group.items.map((command) => (
                      <Line key={command.id} command={command} onChoose={choose} />
                    ))}
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
              <Autocomplete.Empty className="px-4 py-6 text-soft text-sm empty:hidden">
                {isSearching ? "Searching…" : "Nothing is called that."}
              </Autocomplete.Empty>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function SearchInput({ isSearching }: { isSearching: boolean }) {
  const Icon = isSearching ? LoaderCircle : Search;
  return (
    <div className="flex items-center gap-3 border-line border-b px-4">
      <Icon
        aria-hidden="true"
        size={17}
        className={`shrink-0 text-soft ${isSearching ? "animate-spin" : ""}`}
      />
      <Autocomplete.Input
        aria-label="Search people, activities, views, pages and actions"
        placeholder="Who or what?"
        maxLength={LONGEST_SEARCH}
        spellCheck={false}
        className="min-h-12 w-full bg-transparent text-base outline-none placeholder:text-soft"
      />
    </div>
  );
}

type LineProps = { command: Command; onChoose: (command: Command) => void };

function Line({ command, onChoose }: LineProps) {
  const { word, note, icon: Icon } = command;
  return (
    <Autocomplete.Item
      value={command}
      onClick={() => onChoose(command)}
      className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2 text-sm outline-none data-highlighted:bg-tint data-highlighted:text-accent pointer-coarse:min-h-11"
    >
      <Icon aria-hidden="true" size={16} className="shrink-0" />
      <span className="min-w-0 truncate" dir="auto">
        {word}
      </span>
      {note ? (
        <span className="ml-auto max-w-[50%] shrink-0 truncate text-soft text-xs" dir="auto">
          {note}
        </span>
      ) : null}
    </Autocomplete.Item>
  );
}
