import { answerKeyOf } from "@/lib/list-address/list-fields";
import type { Role } from "./role-view";

/** How much of people a role sees: their names, with what they answered, or everything, e-mail addresses too. */
export const SIGHT_LEVELS = ["names", "answers", "everything"] as const;
export type SightLevel = (typeof SIGHT_LEVELS)[number];

/** Of roles for which the event's owner has not said anything else. */
export const USUAL_LEVELS: Record<Role, SightLevel> = {
  owner: "everything",
  manager: "everything",
  reviewer: "answers",
  door: "names",
  viewer: "names",
};

/** The roles whose level an owner can change: whoever runs the event sees it. */
export const ROLES_WITH_LEVEL = [
  "manager",
  "reviewer",
  "viewer",
] as const satisfies readonly Role[];

/** What of people somebody sees. */
export type Sight = { email: boolean; answers: boolean };

export function sightOf(level: SightLevel): Sight {
  return { email: level === "everything", answers: level !== "names" };
}

export const sightsAll = ({ email, answers }: Sight): boolean => email && answers;

/** Fields of a list that tell something of the e-mail address. */
const OF_EMAIL: readonly string[] = ["email", "domain", "duplicates"];

/** Whether somebody with this sight may see, and so filter, order and count by, a field as addresses name it. */
export function seesField(sight: Sight, field: string): boolean {
  if (answerKeyOf(field) !== null) return sight.answers;
  return sight.email || !OF_EMAIL.includes(field);
}
