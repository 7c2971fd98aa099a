import { Search } from "lucide-react";
import { Chip } from "@/components/ui/chip";

export type Wanted = { q: string; thread: string | null };

type Props = {
  wanted: Wanted;
  threads: readonly string[];
  onChange: (wanted: Wanted) => void;
};

/** Narrows the program down to words of titles and to one thread. */
export function ProgramFinder({ wanted, threads, onChange }: Props) {
  return (
    <search className="mt-4 print:hidden grid grid-cols-[minmax(0,1fr)] gap-2">
      <span className="relative">
        <Search
          aria-hidden="true"
          size={16}
          className="pointer-events-none absolute inset-y-0 left-3 my-auto text-soft"
        />
        <input
          type="search"
          aria-label="Search the program"
          placeholder="Search"
          value={wanted.q}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onChange({ ...wanted, q: event.target.value })}
          className="min-h-9 pointer-coarse:min-h-11 w-full rounded-md border border-edge bg-surface pr-3 pl-9 text-sm pointer-coarse:text-base placeholder:text-soft"
        />
      </span>
      {threads.length > 1 ? (
        <fieldset
          data-strip=""
          className="-mx-4 flex min-w-0 gap-1.5 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:-mx-6 sm:px-6"
        >
          <legend className="sr-only">Thread</legend>
          {threads.map((thread) => (
            <span key={thread} className="shrink-0" dir="auto">
              <Chip
                word={thread}
                isPressed={wanted.thread === thread}
                onPress={() =>
                  onChange({ ...wanted, thread: wanted.thread === thread ? null : thread })
                }
              />
            </span>
          ))}
        </fieldset>
      ) : null}
    </search>
  );
}
