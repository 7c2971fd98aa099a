import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  title: string;
  /** How much there is inside, in a word. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A part that only some want to read, under its title. */
export function Fold({ title, aside, children }: Props) {
  return (
    <section aria-label={title}>
      <details className="group/fold border-line border-t">
        <summary className="-mx-2 flex min-h-11 list-none items-center gap-2 rounded-sm px-2 font-medium text-sm hover:bg-sunken [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden="true"
            size={15}
            className="shrink-0 text-soft transition-transform group-open/fold:rotate-90"
          />
          <h3 className="min-w-0 shrink-0 max-w-[70%] truncate" dir="auto">
            {title}
          </h3>
          {aside === undefined ? null : (
            <span className="min-w-0 truncate font-normal text-soft">{aside}</span>
          )}
        </summary>
        <div className="pt-2 pb-5">{children}</div>
      </details>
    </section>
  );
}
