/** @jsxImportSource hono/jsx */
import type { EventRow, ParticipantRow } from "../../store/rows";
import { Moment } from "../moment";
import { Pager } from "../pager";
import { StatusBadge, wordOf } from "../status-badge";
import { type ApplicationListView, STATUSES } from "./application-list";
import { ReviewForm } from "./review-form";

type TableProps = { event: EventRow; list: ApplicationListView };

/** The event's applications: searched, filtered by status, page by page, and decided. */
export function ApplicationsTable({ event, list }: TableProps) {
  const here = list.href({ page: list.page });
  return (
    <section id="applications" aria-labelledby="applications-title">
      <h2 id="applications-title">Applications</h2>
      <search>
        <form method="get" action={`/organizer/events/${event.id}`} class="search">
          {list.status && <input type="hidden" name="status" value={list.status} />}
          <label class="grow">
            <span>Name or e-mail</span>
            <input type="search" name="q" value={list.search} autocomplete="off" />
          </label>
          <button type="submit">Search</button>
        </form>
      </search>
      <StatusFilter list={list} />
      {list.rows.length === 0 ? (
        <p class="empty">
          No application matches. <a href={`/organizer/events/${event.id}`}>Show all</a>
        </p>
      ) : (
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Applicant</th>
              <th scope="col">Status</th>
              <th scope="col">Submitted</th>
              <th scope="col" class="acts">
                Decide
              </th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <ApplicationLine
                key={row.id}
                row={row}
                back={`${here}#${list.status ? "applications" : row.application_id}`}
              />
            ))}
          </tbody>
        </table>
      )}
      <Pager
        page={list.page}
        pages={list.pages}
        href={(page) => `${list.href({ page })}#applications`}
        label="Pages of applications"
      />
    </section>
  );
}

function StatusFilter({ list }: { list: ApplicationListView }) {
  const all = Object.values(list.counts).reduce((sum, count) => sum + count, 0);
  return (
    <nav class="filter" aria-label="Status">
      <a href={list.href({ status: undefined })} aria-current={list.status ? undefined : "true"}>
        All <span class="count">{all.toLocaleString("en")}</span>
      </a>
      {STATUSES.map((status) => (
        <a
          key={status}
          href={list.href({ status })}
          aria-current={list.status === status ? "true" : undefined}
        >
          {wordOf(status)}{" "}
          <span class="count">{(list.counts[status] ?? 0).toLocaleString("en")}</span>
        </a>
      ))}
    </nav>
  );
}

function ApplicationLine({ row, back }: { row: ParticipantRow; back: string }) {
  const detail = `/organizer/events/${row.event_id}/applications/${row.application_id}`;
  return (
    <tr id={row.application_id ?? undefined}>
      <td>
        <a class="name" href={detail}>
          <bdi>{row.display_name}</bdi>
        </a>
        <span class="hint block">{row.email}</span>
      </td>
      <td>
        <StatusBadge status={row.application_status ?? ""} />
      </td>
      <td class="hint" data-label="Submitted">
        {row.submitted_at !== null && <Moment at={row.submitted_at} />}
      </td>
      <td class="acts">
        <ReviewForm row={row} back={back} />
      </td>
    </tr>
  );
}
