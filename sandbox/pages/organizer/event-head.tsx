/** @jsxImportSource hono/jsx */
import type { EventRow } from "../../store/rows";
import { ActionButton } from "../action-button";
import { Moment } from "../moment";
import { StatusBadge } from "../status-badge";

type EventHeadProps = { event: EventRow; current: "event" | "program" };

/** The event's name, dates and publication, and the way between its pages. */
export function EventHead({ event, current }: EventHeadProps) {
  const published = event.publish_status === "published";
  const path = `/organizer/events/${event.id}`;
  return (
    <>
      <header class="head">
        <div>
          <h1>
            <bdi>{event.title}</bdi>
          </h1>
          <p class="hint">
            <Moment at={event.starts_at} zone={event.timezone} /> to{" "}
            <Moment at={event.ends_at} zone={event.timezone} /> ({event.timezone}) ·{" "}
            <code>{event.id}</code>
          </p>
        </div>
        <div class="actions">
          <StatusBadge status={event.publish_status} />
          <ActionButton
            action={`${path}/publish`}
            fields={{ status: published ? "unpublished" : "published" }}
          >
            {published ? "Unpublish" : "Publish"}
          </ActionButton>
        </div>
      </header>
      <nav class="tabs" aria-label="Event">
        <a href={path} aria-current={current === "event" ? "page" : undefined}>
          Applications
        </a>
        <a href={`${path}/program`} aria-current={current === "program" ? "page" : undefined}>
          Program
        </a>
        <a href={`/app/events/${event.id}`}>In the app</a>
      </nav>
    </>
  );
}
