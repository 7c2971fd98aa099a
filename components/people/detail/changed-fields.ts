import { answerField } from "@/lib/list-address/list-fields";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";

/** The fields that the detail shows, as addresses name them, with their values in a comparable form. */
function valuesOf(person: ApplicationDetailView): Map<string, string> {
  const values: [string, unknown][] = [
    ["name", person.name],
    ["email", person.email],
    ["status", person.status],
    ["role", person.role],
    ["submitted", person.submittedAt],
    ["registered", person.registeredAt],
    ["decision", person.lastReviewAction],
    ["reviewed", person.lastReviewedAt],
    ["reviewer", person.lastReviewerId],
    ...Object.entries(person.fields).map(([key, value]): [string, unknown] => [
      answerField(key),
      value,
    ]),
  ];
  return new Map(values.map(([field, value]) => [field, JSON.stringify(value) ?? "null"]));
}

/** The fields that differ between two views of one person; of two people, none. */
export function changedFields(
  before: ApplicationDetailView,
  after: ApplicationDetailView,
): string[] {
  if (before.participantId !== after.participantId) return [];
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const fields = new Set([...old.keys(), ...now.keys()]);
  return [...fields].filter((field) => old.get(field) !== now.get(field));
}
