import type { FormFieldView } from "@/lib/participants/form-field-view";

/**
 * So many live applications, and the address of the list of exactly these (lib/list-address), without
 * "?".
 */
export type CountedList = { count: number; address: string };

/** How long a step of {@link OverTimeView} is. */
export type TimeUnit = "day" | "week" | "month" | "year";

/** The applications of some days, `from` and `to` included, YYYY-MM-DD in the event's zone. */
export type TimeStepView = {
  from: string;
  to: string;
  total: CountedList;
  /** Only the statuses that occur: the 20 most frequent ones of the event, the others as `other_statuses`. */
  byStatus: Record<string, CountedList>;
};

/**
 * When people applied. Steps are in order, without gaps, 120 at the most; `before` and `after` are the
 * applications outside of them; `undated`: Revento names no moment.
 */
export type OverTimeView = {
  unit: TimeUnit;
  steps: TimeStepView[];
  before: CountedList;
  after: CountedList;
  undated: CountedList;
};

/**
 * How far applications have come. `submitted`: all of them. `reviewed`: somebody has reviewed it, with
 * whatever outcome. `approved`: it is approved now. `registered`: it is approved now, and the
 * participant has registered.
 */
export type FunnelView = Record<"submitted" | "reviewed" | "approved" | "registered", CountedList>;

/** How long reviews took, from submission to the last one. `upToSeconds` is excluded, null is open. */
export type DecisionTimesView = {
  /** Applications with both moments: those that the figures are of. */
  decided: CountedList;
  medianSeconds: number | null;
  ninetiethSeconds: number | null;
  /** No list can be asked how long something took: these have no address. */
  buckets: { upToSeconds: number | null; count: number }[];
  /** Applications that are pending, and since when the first of them waits; its list has it on top. */
  waiting: CountedList & { since: string | null };
};

/** A wave of registration and the applications that came while it was open. */
export type WaveView = {
  waveId: string;
  title: string | null;
  opensAt: string | null;
  closesAt: string | null;
  capacity: number | null;
  applied: CountedList;
};

/** How far the activities with a capacity are filled, the fullest first. */
export type ActivityFillView = {
  fullest: {
    activityId: string;
    title: string;
    startsAt: string | null;
    signedUpCount: number;
    capacity: number;
    waitlistCount: number;
  }[];
  /** Of all activities with a capacity. */
  limited: number;
  full: number;
  seats: number;
  taken: number;
  /** Places in their waiting lists: somebody can stand in several. */
  waiting: number;
};

/**
 * Something that is missing or doubtful in some applications. `no_address`: no e-mail address, or none with an "@";
 * `same_address`: another person has it, too; `unanswered`: `field` of the form, which most have answered.
 */
export type QualityIssueView = {
  kind: "no_address" | "same_address" | "unanswered";
  field: string | null;
  found: CountedList;
};
export type QualityView = QualityIssueView[];

/** What an organizer asks of an event from above. All moments are ISO 8601 in UTC. */
export type InsightsView = {
  /** When this was counted. */
  countedAt: string;
  timezone: string;
  overTime: OverTimeView;
  funnel: FunnelView;
  decisions: DecisionTimesView;
  waves: { waves: WaveView[]; outside: CountedList };
  activities: ActivityFillView;
  /** The form's fields that applications can be broken down by, the most answered first. */
  fields: FormFieldView[];
  /** Only what some applications have. */
  quality: QualityView;
};
