type ChartCell = string | { text: string; href: string };

type Props = {
  /** What the table is of. */
  caption: string;
  head: readonly string[];
  /** The first cell of each names its row. */
  rows: readonly (readonly ChartCell[])[];
};

/** The same as a picture shows, as a table. Its links are plain ones: there can be hundreds. */
export function ChartTable({ caption, head, rows }: Props) {
  return (
    <details className="mt-3 text-sm">
      <summary className="w-fit rounded-sm py-1 text-soft text-xs underline-offset-4 hover:text-ink hover:underline">
        Show as table
      </summary>
      <section
        aria-label={`${caption}, as a table`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it, too
        tabIndex={0}
        className="relative mt-2 max-h-72 overflow-auto"
      >
        <table className="w-full border-collapse tabular-nums">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {head.map((name, at) => (
                <th
                  key={name}
                  scope="col"
                  className={`sticky top-0 bg-surface py-1.5 pr-3 font-normal text-soft text-xs ${at === 0 ? "text-left" : "text-right"}`}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={textOf(name)} className="border-line border-t">
                <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                  <Cell cell={name} />
                </th>
                {cells.map((cell, at) => (
                  <td key={head[at + 1]} className="py-1.5 pr-3 text-right">
                    <Cell cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function textOf(cell: ChartCell | undefined): string {
  return typeof cell === "string" ? cell : (cell?.text ?? "");
}

function Cell({ cell }: { cell: ChartCell | undefined }) {
  if (cell === undefined || typeof cell === "string") return cell ?? null;
  return (
    <a href={cell.href} className="text-accent underline underline-offset-4">
      {cell.text}
    </a>
  );
}
