import { DoorClosed } from "lucide-react";
import { DoorPage } from "./door-page";

/** One and the same page for an event that is not connected, not public or no longer there. */
export function NoPortalPage() {
  return (
    <DoorPage>
      <section className="w-full max-w-xl self-center rounded-lg border border-line bg-surface p-5 shadow-lift sm:p-8">
        <span className="grid size-12 place-items-center rounded-full bg-tint text-accent">
          <DoorClosed aria-hidden="true" size={22} />
        </span>
        <h1 className="mt-4 font-display text-2xl text-balance">There is no portal here</h1>
        <p className="mt-3 text-soft leading-relaxed text-pretty">
          Either no event has its portal at this address, or it is not open to the public. Revento
          and the organizers of the event can tell you more.
        </p>
        <p className="mt-3 text-soft leading-relaxed text-pretty">
          You take part, and it opened before? Then the organizers have probably taken the event
          back from the public for now. Nothing of yours is lost: where you are signed in already it
          still opens, and here it does again as soon as the event is public.
        </p>
      </section>
    </DoorPage>
  );
}
