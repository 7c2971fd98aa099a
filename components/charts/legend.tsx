import { fillOf } from "./chart-patterns";

/** What the fills of a picture mean. */
export function Legend({ entries }: { entries: readonly { fill: string; word: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-soft text-xs">
      {entries.map(({ fill, word }) => (
        <li key={fill} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="14" height="14" className="shrink-0">
            <rect width="14" height="14" rx="3" fill={fillOf(fill)} />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
