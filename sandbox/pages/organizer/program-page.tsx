/** @jsxImportSource hono/jsx */
import type { PlacedActivity, ProgramDay } from "../../platform/list-program-day";
import type { EventRow } from "../../store/rows";
import { formatActivity } from "../../wire/format-program";
import { StatusBadge } from "../status-badge";
import { EventHead } from "./event-head";

type ProgramProps = { event: EventRow; program: ProgramDay };

/** A day of the program, thread by thread, with places to change and people to sign up. */
export function ProgramPage({ event, program }: ProgramProps) {
  return (
    <>
      <EventHead event={event} current="program" />
      <nav class="filter" aria-label="Day">
        {program.days.map((day) => (
          <a
            key={day.id}
            href={`/organizer/events/${event.id}/program?day=${day.id}`}
            aria-current={day.id === program.day.id ? "true" : undefined}
          >
            {day.title} <span class="count">{day.date}</span>
          </a>
        ))}
      </nav>
      <div class="threads">
        {program.threads.map(({ thread, activities }) => (
          <section key={thread.id}>
            <h2>
              <bdi>{thread.title}</bdi>
            </h2>
            {activities.map((activity) => (
              <Activity key={activity.id} activity={activity} zone={event.timezone} />
            ))}
          </section>
        ))}
      </div>
    </>
  );
}

function Activity({ activity, zone }: { activity: PlacedActivity; zone: string }) {
  const cancelled = activity.status === "cancelled";
  const path = `/organizer/events/${activity.event_id}/activities/${activity.id}`;
  return (
    <article class="card activity" id={activity.id} aria-labelledby={`${activity.id}-title`}>
      <h3 id={`${activity.id}-title`}>
        <bdi>{activity.title}</bdi>
      </h3>
      <p class="hint">
        {clockTime(activity.starts_at, zone)} to {clockTime(activity.ends_at, zone)} ·{" "}
        <bdi>{activity.place}</bdi>
      </p>
      <p class="actions">
        <StatusBadge status={cancelled ? "cancelled" : formatActivity(activity).capacity_state} />
        <span>
          {activity.signed_up_count} signed up
          {activity.waitlist_count > 0 && `, ${activity.waitlist_count} waiting`}
        </span>
      </p>
      <form method="post" action={path} class="actions">
        <label class="short">
          <span>Capacity</span>
          <input
            name="capacity"
            inputmode="numeric"
            pattern="[0-9]*"
            value={activity.capacity ?? ""}
            placeholder="no limit"
          />
        </label>
        <button type="submit" name="act" value="capacity">
          Save capacity
        </button>
        <button type="submit" name="act" value="sign_up">
          Sign someone up
        </button>
        <button type="submit" name="act" value="sign_off">
          Take one off
        </button>
        <button type="submit" name="act" value={cancelled ? "restore" : "cancel"}>
          {cancelled ? "Restore" : "Cancel activity"}
        </button>
      </form>
    </article>
  );
}

function clockTime(at: number, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: zone }).format(at);
}
