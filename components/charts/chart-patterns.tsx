type Pattern = { id: string; ground: string; lines: string | null; dots?: boolean };

/**
 * What fills the pictures: each status has a pattern of its own beside its colour, so that the colour
 * is never the only sign.
 */
const PATTERNS: readonly Pattern[] = [
  { id: "pending", ground: "fill-pending-mark", lines: "M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6" },
  { id: "approved", ground: "fill-approved-mark", lines: null },
  { id: "revision_requested", ground: "fill-revision-mark", lines: null, dots: true },
  { id: "rejected", ground: "fill-rejected-mark", lines: "M0 0 L8 8 M0 8 L8 0" },
  { id: "cancelled", ground: "fill-cancelled-mark", lines: "M0 4 H8" },
  { id: "other", ground: "fill-unasked-mark", lines: "M4 0 V8" },
  { id: "plain", ground: "fill-chart", lines: null },
  { id: "rest", ground: "fill-cancelled-mark", lines: "M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6" },
];

/** The fill of a status, or of what has none: "plain", and "rest" for what is left over. */
export function fillOf(name: string): string {
  const known = PATTERNS.some(({ id }) => id === name);
  return `url(#chart-${known ? name : "other"})`;
}

/** Draws nothing by itself: what {@link fillOf} names. Once on every page with charts. */
export function ChartPatterns() {
  return (
    <svg aria-hidden="true" focusable="false" width="0" height="0" className="absolute">
      <defs>
        {PATTERNS.map(({ id, ground, lines, dots }) => (
          <pattern key={id} id={`chart-${id}`} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" className={ground} />
            {lines ? (
              <path d={lines} strokeWidth="1.4" className="fill-none stroke-surface opacity-60" />
            ) : null}
            {dots ? <circle cx="4" cy="4" r="1.4" className="fill-surface opacity-80" /> : null}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
