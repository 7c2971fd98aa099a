"use client";

import { LoaderCircle, Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useShortcut } from "./use-shortcut";

const PAUSE_MS = 200;

type Props = {
  label: string;
  placeholder?: string;
  /** How long to wait for the next key. */
  pauseMs?: number;
  value: string;
  isBusy: boolean;
  onSearch: (q: string) => void;
  onDone: () => void;
};

/** Searches as one types, after a short pause. `/` comes here, Enter goes to the rows. */
export function SearchField(props: Props) {
  const { label, placeholder = "Name or e-mail", value, isBusy, onSearch, onDone } = props;
  const { pauseMs = PAUSE_MS } = props;
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);
  const [text, setText] = useState(value);

  // The address can change without us: back, forward, Clear filters.
  useEffect(() => {
    if (value !== sent.current) setText(value);
    sent.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcut("/", () => input.current?.select());

  function send(next: string): void {
    clearTimeout(timer.current);
    sent.current = next;
    onSearch(next);
  }
  function type(next: string): void {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(next.trim()), pauseMs);
  }
  function clear(): void {
    setText("");
    send("");
    input.current?.focus();
  }

  return (
    <search className="relative min-w-0 grow">
      <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-soft">
        {isBusy ? (
          <LoaderCircle aria-hidden="true" size={16} className="animate-spin" />
        ) : (
          <Search aria-hidden="true" size={16} />
        )}
      </span>
      <input
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={placeholder}
        value={text}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && text !== "") clear();
          if (event.key === "Enter" || event.key === "ArrowDown") {
            event.preventDefault();
            if (event.key === "Enter") send(text.trim());
            onDone();
          }
        }}
        className="min-h-9 pointer-coarse:min-h-11 w-full text-ellipsis rounded-md border border-edge bg-surface pr-9 pl-9 text-sm pointer-coarse:text-base placeholder:text-soft"
      />
      {text === "" ? (
        <span
          aria-hidden="true"
          className="absolute inset-y-0 right-2.5 my-auto hidden h-5 items-center rounded-sm border border-line px-1.5 font-sans text-soft text-xs pointer-fine:flex"
        >
          /
        </span>
      ) : (
        <button
          type="button"
          onClick={clear}
          aria-label="Empty the search"
          className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-md text-soft hover:text-ink"
        >
          <X aria-hidden="true" size={16} />
        </button>
      )}
    </search>
  );
}
