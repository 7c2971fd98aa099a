const MEANINGS: Readonly<Record<string, string>> = {
  "event.read": "See the event's title, dates and settings",
  "participants.read": "See all participants, their applications and answers",
  "program.read": "See the program, activities and locations",
  "profile.read": "See your name and e-mail address",
  "event.attendance": "See your application for this event",
};

/** What a scope (contract 3.5) lets the integration do, in a person's words. */
export function meaningOfScope(scope: string): string {
  return MEANINGS[scope] ?? scope;
}
