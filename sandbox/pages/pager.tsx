/** @jsxImportSource hono/jsx */

type PagerProps = {
  page: number;
  pages: number;
  /** The address of a page of this list. */
  href: (page: number) => string;
  label: string;
};

/** Links to the pages around this one; nothing for a list of one page. */
export function Pager({ page, pages, href, label }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav class="pager" aria-label={label}>
      {page > 1 && (
        <a class="button" rel="prev" href={href(page - 1)}>
          Previous
        </a>
      )}
      <span>
        Page {page.toLocaleString("en")} of {pages.toLocaleString("en")}
      </span>
      {page < pages && (
        <a class="button" rel="next" href={href(page + 1)}>
          Next
        </a>
      )}
    </nav>
  );
}

/** The page number of a query, from 1; what is not a number is 1, what is too far the last. */
export function pageNumber(given: string | undefined, pages: number): number {
  const number = Number(given ?? "1");
  if (!Number.isInteger(number) || number < 1) return 1;
  return Math.min(number, Math.max(1, pages));
}
