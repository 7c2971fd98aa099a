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
    text: "The organizers have it and have not decided yet, as far as Revento has told Foyer.",
    next: "There is nothing you have to do here. When they decide, this page changes by itself.",
  },
  approved: {
    title: "Your application is approved",
    text: "The organizers have accepted it.",
    next: "Have a look at the program and put together your own agenda. Whether anything else is needed of you, only Revento and the organizers can say.",
  },
  rejected: {
    title: "Your application was declined",
    text: "The organizers have decided against it. Revento does not tell Foyer their reasons.",
    next: "If you have questions, ask the organizers. Foyer cannot change a decision.",
  },
  revision_requested: {
    title: "The organizers ask you to change your application",
    text: "They have not decided yet: first they want you to change something in it. Revento does not tell Foyer what.",
    next: "Look through your answers in Revento, change what needs changing, and send the application again.",
  },
  cancelled: {
    title: "Your application is cancelled",
    text: "Revento lists it as cancelled. It does not tell Foyer who cancelled it, or why.",
    next: "If that was not you, ask the organizers. Whether you can apply again, Revento shows.",
  },
};

const NO_APPLICATION: StatusWords = {
  title: "There is no application of yours here",
  text: "Revento has shown Foyer no application of yours for this event.",
  next: "If you have only just applied, it appears here by itself. Otherwise look in Revento.",
};

/** What the status of one's own application means; a word that Revento has added since is shown as it is. */
export function statusWords(status: string | null): StatusWords {
  if (status === null) return NO_APPLICATION;
  const known = Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined;
  return (
    known ?? {
      title: `Your application is “${status.replaceAll("_", " ")}”`,
      text: "That is Revento's word, and Foyer does not know it yet.",
      next: "Revento and the organizers can tell you what it means.",
    }
  );
}

/** Whether the person is asked to do something, and not only told. */
export function asksForChange(status: string | null): boolean {
  return status === "revision_requested";
}
