import Link from "next/link";

type Props = { eventId: string | null; title?: string | null | undefined };

/** The event a row is about, leading to its connection; the integration as a whole has no page of its own. */
export function EventLink({ eventId, title }: Props) {
  if (eventId === null) return <span className="text-soft">The integration as a whole</span>;
  return (
    <Link
      href={`/admin/connections/${encodeURIComponent(eventId)}`}
      className="block min-w-0 underline-offset-4 hover:underline"
    >
      {title ? (
        <>
          <span className="block font-medium" dir="auto">
            {title}
          </span>{" "}
          <span className="block font-mono text-soft text-xs">{eventId}</span>
        </>
      ) : (
        <span className="font-mono text-xs">{eventId}</span>
      )}
    </Link>
  );
}
