import { SignInButton } from "@/components/portal/sign-in/sign-in-button";

/** What signing in is for, what it lets Foyer read, and the button. */
export function WayIn({ eventId, isOver }: { eventId: string; isOver: boolean }) {
  return (
    <div className="relative rounded-lg border border-line bg-surface p-5 shadow-lift sm:p-7">
      <h2 id="way-in" className="font-display text-2xl text-balance">
        {isOver ? "This event is over" : "See how your application stands"}
      </h2>
      <p className="mt-2 mb-5 text-soft leading-relaxed text-pretty">
        {isOver
          ? "You can still sign in to see your application, and what is held about you here."
          : "Your application, the program and your own agenda, for everybody who has applied to this event."}
      </p>
      <SignInButton eventId={eventId} />
      <p className="mt-5 border-line border-t pt-4 text-soft text-sm leading-relaxed text-pretty">
        This portal reads your name, your e-mail address and your application to this event. You can
        take that back in Revento's settings at any time.
      </p>
      <noscript>
        <p className="mt-3 text-sm">Signing in needs JavaScript, which is off here.</p>
      </noscript>
    </div>
  );
}
