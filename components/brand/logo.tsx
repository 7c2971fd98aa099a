/** The doorway with a light on behind it, and the name; compact, the name only where there is room. */
export function Logo({ isCompact = false }: { isCompact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg viewBox="0 0 32 32" width={28} height={28} aria-hidden="true">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path
          d="M8 26V14.5a8 8 0 0 1 16 0V26h-3.2V14.5a4.8 4.8 0 0 0-9.6 0V26z"
          className="fill-on-accent"
        />
        <path d="M13.6 26v-9.2a2.4 2.4 0 0 1 4.8 0V26z" className="fill-flash" />
      </svg>
      <span
        className={`font-display text-xl tracking-tight ${isCompact ? "hidden lg:inline" : ""}`}
      >
        Foyer
      </span>
    </span>
  );
}
