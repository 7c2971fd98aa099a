import { DoorPage } from "./door-page";

/** One and the same page for an event that is not connected, not public or no longer there. */
export function NoPortalPage() {
  return (
    <DoorPage>
      <h1 className="font-display text-2xl text-balance">There is no portal here</h1>
      <p className="mt-3 max-w-prose text-soft leading-relaxed text-pretty">
        Either no event has its portal at this address, or it is not open to the public. Revento and
        the organizers of the event can tell you more.
      </p>
      <p className="mt-3 max-w-prose text-soft leading-relaxed text-pretty">
        You take part, and it opened before? Then the organizers have probably taken the event back
        from the public for now. Nothing of yours is lost: where you are signed in already it still
        opens, and here it does again as soon as the event is public.
      </p>
    </DoorPage>
  );
}
