/** @jsxImportSource hono/jsx */

type MomentProps = { at: number; zone?: string; seconds?: boolean };

/** A moment in words (`at`: epoch ms), in UTC unless a time zone is named. */
export function Moment({ at, zone, seconds }: MomentProps) {
  const text = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: seconds ? "medium" : "short",
    timeZone: zone ?? "UTC",
  }).format(at);
  return (
    <time datetime={new Date(at).toISOString()}>
      {text}
      {zone ? "" : " UTC"}
    </time>
  );
}
