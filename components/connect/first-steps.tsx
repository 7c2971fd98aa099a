const STEPS = [
  {
    title: "Say which event",
    text: "Open it in Revento and choose Foyer among its integrations; or give its link or its id here.",
  },
  {
    title: "Allow it in Revento",
    text: "Revento asks you once what Foyer may read. It knows that you organize the event, so there is no password.",
  },
  {
    title: "Watch it arrive",
    text: "Applications and program are read at once, and from then on everything appears as it happens.",
  },
] as const;

/** What somebody does whose browser has no events yet. On another device the same way leads back. */
export function FirstSteps() {
  return (
    <>
      <p className="mt-3 text-soft">This browser has no events yet.</p>
      <ol className="mt-6 grid gap-3 sm:grid-cols-3">
        {STEPS.map(({ title, text }, at) => (
          <li key={title} className="rounded-lg border border-line bg-surface p-5">
            <span
              aria-hidden="true"
              className="grid size-7 place-items-center rounded-full bg-tint font-medium text-accent text-sm tabular-nums"
            >
              {at + 1}
            </span>
            <h2 className="mt-3 font-medium">{title}</h2>
            <p className="mt-1 text-pretty text-soft text-sm leading-relaxed">{text}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
