const SCOPES: Record<string, string> = {
  "profile.read": "Your name and e-mail address",
  "event.attendance": "Your application to this event",
};

/** What somebody let Foyer see, in words. */
export function ScopeList({ scopes }: { scopes: string[] }) {
  return (
    <ul className="grid gap-0.5">
      {scopes.map((scope) => (
        <li key={scope}>
          {Object.hasOwn(SCOPES, scope) ? SCOPES[scope] : null}{" "}
          <span className="font-mono text-soft text-xs">{scope}</span>
        </li>
      ))}
    </ul>
  );
}
