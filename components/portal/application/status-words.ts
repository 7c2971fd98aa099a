export type StatusWords = {
  title: string;
  /** What it means. */
  text: string;
  /** What to do next. */
  next: string;
};

const STATUSES: Record<string, StatusWords> = {
  pending: {
    title: "Your application is waiting for a decision",
    text: "The organizers have it and have not decided yet.",
    next: "You need not do anything: when they decide, this page changes by itself.",
  },
  approved: {
    title: "Your application is approved",
    text: "The organizers have accepted it.",
    next: "Have a look at the program and put together your own agenda.",
  },
  rejected: {
    title: "Your application was declined",
    text: "The organizers have decided against it. Their reasons are not shown here.",
    next: "If you have questions, ask the organizers.",
  },
  revision_requested: {
    title: "The organizers ask you to change your application",
    text: "They have not decided yet: first they want you to change something in it.",
    next: "Look through your answers in Revento, change what needs changing, and send the application again.",
  },
  cancelled: {
    title: "Your application is cancelled",
    text: "Revento lists it as cancelled.",
    next: "If that was not you, ask the organizers. Whether you can apply again, Revento shows.",
  },
};

const NO_APPLICATION: StatusWords = {
  title: "There is no application of yours here",
  text: "Revento has shown no application of yours for this event.",
  next: "If you have only just applied, it appears here by itself. Otherwise look in Revento.",
};

/** What the status of one's own application means; a word that Revento has added since is shown as it is. */
export function statusWords(status: string | null): StatusWords {
  if (status === null) return NO_APPLICATION;
  const known = Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined;
  return (
    known ?? {
      title: `Your application is “${status.replaceAll("_", " ")}”`,
      text: "That is Revento's word.",
      next: "Revento and the organizers can tell you what it means.",
    }
  );
}

/** Whether the person is asked to do something, and not only told. */
export function asksForChange(status: string | null): boolean {
  return status === "revision_requested";
}
