import { answerKeyOf } from "@/lib/list-address/list-fields";
import { may } from "./permissions-view";
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

/** Whether others' ratings are hidden until one's own is given, where the event's team has not said anything else. */
export const USUAL_HIDES_OTHERS = true;

/** The roles whose level an owner can change: whoever runs the event sees it. */
export const ROLES_WITH_LEVEL = [
  "manager",
  "reviewer",
  "viewer",
] as const satisfies readonly Role[];

/**
 * What of others' ratings somebody sees: none at all, those of applications that they have rated themselves, or all.
 */
export type RatingSight = "none" | "given" | "all";

/** What of people somebody sees, and what the team made of them. */
export type Sight = { email: boolean; answers: boolean; ratings: RatingSight };

export function sightOf(level: SightLevel, ratings: RatingSight = "all"): Sight {
  return { email: level === "everything", answers: level !== "names", ratings };
}

export function ratingSightOf(role: Role, hidesOthers: boolean): RatingSight {
  if (!may(role, "reviews.read")) return "none";
  return may(role, "reviews.oversee") || !hidesOthers ? "all" : "given";
}

/** Whether somebody sees everything of the people. */
export const sightsAll = ({ email, answers }: Sight): boolean => email && answers;

/** Fields of a list that tell something of the e-mail address. */
const OF_EMAIL: readonly string[] = ["email", "domain", "duplicates"];

/** Whether somebody with this sight may see, and so filter, order and count by, a field as addresses name it. */
export function seesField(sight: Sight, field: string): boolean {
  if (answerKeyOf(field) !== null) return sight.answers;
  return sight.email || !OF_EMAIL.includes(field);
}
