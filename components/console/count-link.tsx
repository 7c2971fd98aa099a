import type { Route } from "next";
import Link from "next/link";

/** How many there are, leading to them; none leads nowhere. */
export function CountLink({ count, href }: { count: number; href: string }) {
  const shown = count.toLocaleString("en-GB");
  if (count === 0) return <span className="tabular-nums">{shown}</span>;
  return (
    <Link
      href={href as Route}
      prefetch={false}
      className="tabular-nums underline underline-offset-4"
    >
      {shown}
    </Link>
  );
}
