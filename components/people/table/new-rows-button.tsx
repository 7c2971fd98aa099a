import { ArrowUp } from "lucide-react";

/** Leads to what came in above while somebody reads further down. */
export function NewRowsButton({ count, onPress }: { count: number; onPress: () => void }) {
  return (
    <>
      <p role="status" className="sr-only">
        {count > 0 ? `${count} new above` : ""}
      </p>
      {count > 0 ? (
        <button
          type="button"
          onClick={onPress}
          className="absolute top-12 left-1/2 z-20 inline-flex min-h-9 pointer-coarse:min-h-11 -translate-x-1/2 items-center gap-1.5 rounded-full bg-accent px-4 font-medium text-on-accent text-sm shadow-lift hover:bg-accent-hover"
        >
          <ArrowUp aria-hidden="true" size={15} />
          {count.toLocaleString("en-GB")} new
        </button>
      ) : null}
    </>
  );
}
