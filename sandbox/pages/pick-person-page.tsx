/** @jsxImportSource hono/jsx */
import type { Candidate } from "../platform/list-people";
import { PersonPicker, type PickerSearch } from "./person-picker";

type PickPersonProps = {
  /** Where the form is posted to, with the authorization request in its query. */
  action: string;
  question: string;
  groups: readonly { title: string; people: readonly Candidate[] }[];
  search?: PickerSearch | undefined;
};

/** "Who are you?" on the way to a consent. Posts `user_id`. */
export function PickPersonPage({ action, question, groups, search }: PickPersonProps) {
  return (
    <div class="narrow">
      <h1>Who are you?</h1>
      <p class="lead">{question}</p>
      <PersonPicker action={action} groups={groups} search={search} />
    </div>
  );
}
