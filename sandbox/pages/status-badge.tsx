/** @jsxImportSource hono/jsx */

const WORDS: Readonly<Record<string, string>> = {
  pending: "Pending",
  approved: "Approved",
  rejected: "Rejected",
  revision_requested: "Revision requested",
  cancelled: "Cancelled",
  published: "Published",
  unpublished: "Unpublished",
  active: "Connected",
  revoked: "Revoked",
  suspended: "Suspended",
  queued: "Queued",
  in_flight: "On its way",
  waiting: "Waiting to retry",
  delivered: "Delivered",
  dead: "Dead letter",
  dropped: "Dropped by a fault",
  open: "Places left",
  almost_full: "Almost full",
  full: "Full",
};

const TONES: Readonly<Record<string, string>> = {
  approved: "good",
  published: "good",
  active: "good",
  delivered: "good",
  rejected: "bad",
  dead: "bad",
  suspended: "bad",
  revoked: "bad",
  full: "bad",
  pending: "busy",
  waiting: "busy",
  in_flight: "busy",
  queued: "busy",
  almost_full: "busy",
  revision_requested: "odd",
};

/** What a status is called on the pages. */
export function wordOf(status: string): string {
  return WORDS[status] ?? status.replaceAll("_", " ");
}

export function StatusBadge({ status }: { status: string }) {
  return <span class={`badge ${TONES[status] ?? "calm"}`}>{wordOf(status)}</span>;
}
