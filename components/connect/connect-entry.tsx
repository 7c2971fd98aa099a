import { ArrowRight, ChevronRight } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";
import { ConnectForm } from "./connect-form";

/**
 * How one begins: over Revento, where one's events are; whoever has an event's link need not look for it
 * there. Plain links and a form: both work before any script has run.
 */
export function ConnectEntry() {
  return (
    <>
      <a href="/connect" className={buttonLook("primary", "large")}>
        Connect with Revento
        <ArrowRight aria-hidden="true" size={18} />
      </a>
      <details className="group/entry mt-3">
        <summary className="-ml-1 inline-flex min-h-9 list-none items-center gap-1 rounded-sm px-1 text-soft text-sm hover:text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden="true"
            size={15}
            className="transition-transform group-open/entry:rotate-90"
          />
          I have the event's link or id
        </summary>
        <div className="mt-2">
          <ConnectForm />
        </div>
      </details>
    </>
  );
}
