/** @jsxImportSource hono/jsx */
import type { EventRow, OrganizationRow, PersonRow } from "../../store/rows";
import { Moment } from "../moment";
import { OrganizationPanel } from "../organizer/organization-panel";
import { StatusBadge } from "../status-badge";

type HomeProps = {
  person: PersonRow;
  organization: OrganizationRow | undefined;
  organized: readonly EventRow[];
  joined: readonly { event: EventRow; status: string | null }[];
  others: readonly EventRow[];
};

/** What a person can do here: the events they organize, those they applied to, and the rest. */
export function HomePage({ person, organization, organized, joined, others }: HomeProps) {
  return (
    <>
      <h1>
        Hello, <bdi>{person.name}</bdi>
      </h1>
      <p class="lead">
        {organization
          ? "Review applications, connect Foyer to an event, or change something and watch it arrive there."
          : "Apply for an event, answer its questions, or open it as the Revento app shows it."}
      </p>
      {organization && (
        <section>
          <h2>Events you organize</h2>
          <EventList
            events={organized.map((event) => ({ event, status: event.publish_status }))}
            path="organizer"
          />
          <div class="cards">
            <OrganizationPanel organization={organization} back="/" />
          </div>
        </section>
      )}
      {joined.length > 0 && (
        <section>
          <h2>Events you take part in</h2>
          <EventList events={joined} path="participant" />
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2>{joined.length > 0 || organization ? "Other events" : "Events to apply for"}</h2>
          <EventList
            events={others.map((event) => ({ event, status: event.publish_status }))}
            path="participant"
          />
        </section>
      )}
    </>
  );
}

type EventListProps = {
  events: readonly { event: EventRow; status: string | null }[];
  path: "organizer" | "participant";
};

function EventList({ events, path }: EventListProps) {
  return (
    <ul class="events">
      {events.map(({ event, status }) => (
        <li key={event.id}>
          <a href={`/${path}/events/${event.id}`}>
            <bdi>{event.title}</bdi>
          </a>
          <span class="hint">
            <Moment at={event.starts_at} zone={event.timezone} />
          </span>
          {status ? (
            <StatusBadge status={status} />
          ) : (
            <span class="badge calm">No application</span>
          )}
        </li>
      ))}
    </ul>
  );
}
