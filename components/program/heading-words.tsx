/** What stands over a part of a program: a day, a thread or a place, and the title that a day may have. */
export function HeadingWords({ name, title }: { name: string; title: string | null }) {
  return (
    <>
      <span dir="auto">{name}</span>
      {title ? (
        <span className="ml-2 text-soft" dir="auto">
          {title}
        </span>
      ) : null}
    </>
  );
}
