/** @jsxImportSource hono/jsx */
import { MANIFEST } from "../../manifest";
import type { EventRow, FamilyRow, ParticipantRow, PersonRow } from "../../store/rows";
import { formFieldsOf } from "../../wire/format-participant";
import { ActionButton } from "../action-button";
import { AnswerList } from "../answer-list";
import { Moment } from "../moment";
import { meaningOfScope } from "../scope-meanings";
import { StatusBadge } from "../status-badge";
import { AnswerFields } from "./answer-fields";
import type { ReadAnswers } from "./read-answers";

export type ParticipantPageProps = {
  person: PersonRow;
  event: EventRow;
  participant: ParticipantRow | undefined;
  grant: FamilyRow | undefined;
  /** What was just sent and could not be taken. */
  draft: ReadAnswers | undefined;
};

/** A person's page of one event: apply, their application, and the apps they signed in to. */
export function ParticipantPage(props: ParticipantPageProps) {
  const { event, participant } = props;
  const applied = participant?.application_id && participant.application_status !== "cancelled";
  return (
    <div class="medium">
      <header class="head">
        <div>
          <h1>
            <bdi>{event.title}</bdi>
          </h1>
          <p class="hint">
            <Moment at={event.starts_at} zone={event.timezone} /> ({event.timezone})
          </p>
        </div>
        <a class="button" href={`/app/events/${event.id}`}>
          Open in the app
        </a>
      </header>
      <p class="lead">{event.description}</p>
      {applied ? <MyApplication {...props} participant={participant} /> : <Apply {...props} />}
      <ConnectedApps event={event} grant={props.grant} />
    </div>
  );
}

function Apply({ person, event, participant, draft }: ParticipantPageProps) {
  if (event.publish_status !== "published") {
    return <p class="card">This event is not public at present, so nobody can apply.</p>;
  }
  return (
    <section class="card" aria-label="Apply">
      <h2>{participant?.application_id ? "Apply again" : "Apply"}</h2>
      {participant?.application_id && <p class="hint">Your earlier application was cancelled.</p>}
      <form method="post" action={`/participant/events/${event.id}/apply`} class="stack">
        <p class="hint">
          You apply as <bdi>{person.name}</bdi>, {person.email}.
        </p>
        <AnswerFields answers={draft?.answers ?? {}} problems={draft?.problems ?? {}} />
        <div>
          <button type="submit" class="primary">
            Send application
          </button>
        </div>
      </form>
    </section>
  );
}

function MyApplication({
  event,
  participant,
  draft,
}: ParticipantPageProps & { participant: ParticipantRow }) {
  const status = participant.application_status ?? "";
  const revision = status === "revision_requested";
  const answers = formFieldsOf(participant);
  return (
    <section class="card" aria-label="My application">
      <h2>My application</h2>
      <p class="actions">
        <StatusBadge status={status} />
        <span class="hint">
          {participant.submitted_at !== null && (
            <>
              Submitted <Moment at={participant.submitted_at} />
            </>
          )}
        </span>
      </p>
      {revision && (
        <p>
          The organizers ask you to change your answers. Saving them submits the application again.
        </p>
      )}
      <AnswerList answers={answers} />
      <details open={revision || draft !== undefined}>
        <summary>Change my answers</summary>
        <form method="post" action={`/participant/events/${event.id}/answers`} class="stack">
          <AnswerFields answers={draft?.answers ?? answers} problems={draft?.problems ?? {}} />
          <div>
            <button type="submit" class="primary">
              {revision ? "Submit again" : "Save answers"}
            </button>
          </div>
        </form>
      </details>
      <ActionButton action={`/participant/events/${event.id}/cancel`} tone="danger">
        Cancel application
      </ActionButton>
    </section>
  );
}

function ConnectedApps({ event, grant }: Pick<ParticipantPageProps, "event" | "grant">) {
  return (
    <section class="card" aria-label="Connected apps">
      <h2>Connected apps</h2>
      {grant ? (
        <>
          <p>
            <strong>{MANIFEST.name}</strong>{" "}
            <span class="hint">
              since <Moment at={grant.first_issued_at} />
            </span>
          </p>
          <ul class="plain">
            {grant.scope.split(" ").map((scope) => (
              <li key={scope}>
                {meaningOfScope(scope)} <code>{scope}</code>
              </li>
            ))}
          </ul>
          <ActionButton action={`/participant/events/${event.id}/revoke`} tone="danger">
            Revoke
          </ActionButton>
        </>
      ) : (
        <p class="hint">You have not signed in to any app with Revento for this event.</p>
      )}
    </section>
  );
}
