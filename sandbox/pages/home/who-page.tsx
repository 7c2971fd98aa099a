/** @jsxImportSource hono/jsx */
import type { Candidate } from "../../platform/list-people";
import type { PersonRow } from "../../store/rows";
import { ActionButton } from "../action-button";
import { PersonPicker, type PickerSearch } from "../person-picker";

type WhoProps = {
  next: string;
  person: PersonRow | undefined;
  groups: readonly { title: string; people: readonly Candidate[] }[];
  search: PickerSearch;
};

/** The first thing a browser is asked: who sits in front of it. */
export function WhoPage({ next, person, groups, search }: WhoProps) {
  return (
    <div class="medium">
      <h1>Who are you?</h1>
      <p class="lead">
        This is a local stand-in for Revento, the platform events run on: its organizers, its
        participants, and its developer console, all on this machine. Pick anybody; there are no
        passwords, and nothing here reaches the real Revento.
      </p>
      {person && (
        <div class="actions">
          <span>
            You are <bdi>{person.name}</bdi>.
          </span>
          <ActionButton action="/who/leave">Sign out</ActionButton>
        </div>
      )}
      <PersonPicker action="/who" next={next} groups={groups} search={search} />
    </div>
  );
}
