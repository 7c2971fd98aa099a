/** @jsxImportSource hono/jsx */
import type { Candidate } from "../platform/list-people";

/** A search for somebody among the participants of an event, and what it found. */
export type PickerSearch = {
  /** Where the search is sent (GET), with these fields kept. */
  action: string;
  fields: Record<string, string>;
  text: string;
  events?: readonly { id: string; title: string }[];
  eventId?: string;
  found: readonly Candidate[];
  total: number;
};

type PickerProps = {
  /** Where a choice is posted to, as `user_id`. */
  action: string;
  next?: string | undefined;
  groups: readonly { title: string; people: readonly Candidate[] }[];
  search?: PickerSearch | undefined;
};

/** "Who are you?": stands for Revento's sign-in. Each person is a button with their name. */
export function PersonPicker({ action, next, groups, search }: PickerProps) {
  return (
    <>
      {groups.map(({ title, people }) => (
        <section key={title}>
          <h2>{title}</h2>
          <PeopleForm action={action} next={next} people={people} />
        </section>
      ))}
      {search && (
        <section>
          <h2>Participants</h2>
          <SearchForm search={search} />
          <PeopleForm action={action} next={next} people={search.found} />
          <p class="hint">
            {search.total === 0
              ? "Nobody of this name takes part."
              : `${search.found.length} of ${search.total.toLocaleString("en")} shown. Search for the others by name.`}
          </p>
        </section>
      )}
    </>
  );
}

function PeopleForm({
  action,
  next,
  people,
}: Omit<PickerProps, "groups" | "search"> & { people: readonly Candidate[] }) {
  return (
    <form method="post" action={action} class="people">
      {next && <input type="hidden" name="next" value={next} />}
      {people.map(({ person, note }) => (
        <button
          key={person.id}
          type="submit"
          name="user_id"
          value={person.id}
          aria-label={person.name}
          aria-description={note}
        >
          <bdi class="name">{person.name}</bdi>
          <span class="hint">{note}</span>
        </button>
      ))}
    </form>
  );
}

function SearchForm({ search }: { search: PickerSearch }) {
  return (
    <search>
      <form method="get" action={search.action} class="search">
        {Object.entries(search.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {search.events && (
          <label>
            <span>Event</span>
            <select name="event">
              {search.events.map((event) => (
                <option key={event.id} value={event.id} selected={event.id === search.eventId}>
                  {event.title}
                </option>
              ))}
            </select>
          </label>
        )}
        <label class="grow">
          <span>Name</span>
          <input type="search" name="name" value={search.text} autocomplete="off" />
        </label>
        <button type="submit">Search</button>
      </form>
    </search>
  );
}
