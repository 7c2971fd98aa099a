/** @jsxImportSource hono/jsx */
import type { EventRow } from "../../store/rows";

/** Title and description, to be changed; told to the integration as `event.updated`. */
export function EventDetailsForm({ event }: { event: EventRow }) {
  return (
    <details class="card">
      <summary>Edit title and description</summary>
      <form method="post" action={`/organizer/events/${event.id}/details`} class="stack">
        <label>
          <span>Title</span>
          <input name="title" value={event.title} required maxlength={200} />
        </label>
        <label>
          <span>Description</span>
          <textarea name="description" rows={2} maxlength={4000}>
            {event.description}
          </textarea>
        </label>
        <div>
          <button type="submit">Save details</button>
        </div>
      </form>
    </details>
  );
}
