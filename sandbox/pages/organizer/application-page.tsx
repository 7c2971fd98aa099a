/** @jsxImportSource hono/jsx */
import type { EventRow, ParticipantRow } from "../../store/rows";
import { formFieldsOf } from "../../wire/format-participant";
import { AnswerList } from "../answer-list";
import { Moment } from "../moment";
import { StatusBadge } from "../status-badge";
import { ReviewForm } from "./review-form";

type ApplicationPageProps = { event: EventRow; row: ParticipantRow };

/** One application with all its answers. */
export function ApplicationPage({ event, row }: ApplicationPageProps) {
  const here = `/organizer/events/${event.id}/applications/${row.application_id}`;
  return (
    <>
      <p class="crumb">
        <a href={`/organizer/events/${event.id}#applications`}>
          <bdi>{event.title}</bdi>
        </a>
      </p>
      <header class="head">
        <div>
          <h1>
            <bdi>{row.display_name}</bdi>
          </h1>
          <p class="hint">
            {row.email} · <code>{row.application_id}</code>
          </p>
        </div>
        <StatusBadge status={row.application_status ?? ""} />
      </header>
      <ReviewForm row={row} back={here} />
      <div class="cards wide">
        <section class="card" aria-label="Answers">
          <h2>Answers</h2>
          <AnswerList answers={formFieldsOf(row)} />
        </section>
        <section class="card" aria-label="History">
          <h2>History</h2>
          <dl class="facts">
            <Fact label="Submitted" at={row.submitted_at} />
            <Fact label="Last reviewed" at={row.last_reviewed_at} by={row.last_reviewer_id} />
            <Fact label="Registered" at={row.registered_at} />
            <Fact label="Updated" at={row.updated_at} />
          </dl>
        </section>
        <ProfileForm row={row} action={`${here}/profile`} />
      </div>
    </>
  );
}

function Fact({ label, at, by }: { label: string; at: number | null; by?: string | null }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {at === null ? <span class="hint">Not yet</span> : <Moment at={at} seconds />}
        {by && (
          <>
            {" "}
            by <code>{by}</code>
          </>
        )}
      </dd>
    </div>
  );
}

function ProfileForm({ row, action }: { row: ParticipantRow; action: string }) {
  return (
    <section class="card" aria-label="Profile">
      <h2>Profile at this event</h2>
      <form method="post" action={action} class="stack">
        <label>
          <span>Name</span>
          <input name="display_name" value={row.display_name} required dir="auto" />
        </label>
        <label>
          <span>E-mail</span>
          <input name="email" type="email" value={row.email} required />
        </label>
        <div>
          <button type="submit">Save profile</button>
        </div>
      </form>
    </section>
  );
}
