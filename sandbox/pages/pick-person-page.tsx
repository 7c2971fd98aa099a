/** @jsxImportSource hono/jsx */
import type { PersonRow } from "../store/rows";
import { PageFrame } from "./page-frame";

type PickPersonProps = {
  /** Where the form is posted to, with the authorization request in its query. */
  action: string;
  question: string;
  people: readonly { person: PersonRow; note: string }[];
};

/** "Who are you?": stands for Revento's sign-in. Posts `user_id`. */
export function PickPersonPage({ action, question, people }: PickPersonProps) {
  return (
    <PageFrame title="Who are you?">
      <h1>Who are you?</h1>
      <p>{question}</p>
      <form method="post" action={action} class="people">
        {people.map(({ person, note }) => (
          <button key={person.id} type="submit" name="user_id" value={person.id}>
            <bdi>{person.name}</bdi>
            <br />
            <small>{note}</small>
          </button>
        ))}
      </form>
      <form method="post" action={action}>
        <label>
          Somebody else, by id <input name="user_id" placeholder="usr_p_harbor_25" required />
        </label>{" "}
        <button type="submit">Continue</button>
      </form>
    </PageFrame>
  );
}
