type JumpLink = { key: string; href: string; word: string; title?: string; onGo?: () => void };

/** Ways to the parts of a long page, from wherever one is on it. */
export function JumpLinks({ label, links }: { label: string; links: readonly JumpLink[] }) {
  if (links.length < 2) return null;
  return (
    <nav
      aria-label={label}
      data-strip=""
      className="-mx-4 print:hidden sticky top-0 z-20 mt-3 flex overflow-x-auto border-line border-b bg-canvas px-2 [scrollbar-width:none] sm:-mx-6 sm:px-4"
    >
      {links.map(({ key, href, word, title, onGo }) => (
        <a
          key={key}
          onClick={onGo}
          href={href}
          title={title}
          className="inline-flex min-h-11 max-w-56 shrink-0 items-center px-2.5 text-sm text-soft -outline-offset-2 hover:text-ink"
        >
          <span className="truncate" dir="auto">
            {word}
          </span>
        </a>
      ))}
    </nav>
  );
}
