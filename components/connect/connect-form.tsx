import { ArrowRight } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";

/** Leads to Revento's consent for one event. A plain form: it works before any script has run. */
export function ConnectForm() {
  return (
    <form action="/connect" method="get" className="grid gap-2">
      <label htmlFor="event_id" className="text-soft text-sm">
        Event id, or the link of your event in Revento
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id="event_id"
          name="event_id"
          required
          maxLength={2_000}
          placeholder="evt_…"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="min-h-11 min-w-0 flex-1 basis-48 rounded-md border border-edge bg-surface px-3 font-mono text-sm placeholder:text-soft"
        />
        <button type="submit" className={`${buttonLook("primary")} min-h-11`}>
          Connect
          <ArrowRight aria-hidden="true" size={16} />
        </button>
      </div>
    </form>
  );
}
