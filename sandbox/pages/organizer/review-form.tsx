/** @jsxImportSource hono/jsx */
import type { ParticipantRow } from "../../store/rows";

const CHOICES = [
  { act: "approve", label: "Approve", leadsTo: "approved", tone: "good" },
  { act: "reject", label: "Reject", leadsTo: "rejected", tone: undefined },
  {
    act: "request_revision",
    label: "Ask for revision",
    leadsTo: "revision_requested",
    tone: undefined,
  },
  { act: "cancel", label: "Cancel application", leadsTo: "cancelled", tone: "danger" },
] as const;

type ReviewFormProps = { row: ParticipantRow; back: string };

/** What an organizer can decide about an application as it stands; a cancelled one is over. */
export function ReviewForm({ row, back }: ReviewFormProps) {
  if (row.application_status === "cancelled") return <span class="hint">Nothing to decide</span>;
  const action = `/organizer/events/${row.event_id}/applications/${row.application_id}`;
  return (
    <form method="post" action={action} class="review">
      <input type="hidden" name="back" value={back} />
      {CHOICES.filter(({ leadsTo }) => leadsTo !== row.application_status).map((choice) => (
        <button key={choice.act} type="submit" name="act" value={choice.act} class={choice.tone}>
          {choice.label}
        </button>
      ))}
    </form>
  );
}
