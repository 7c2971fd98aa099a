import { answerKeyOf, isReviewField } from "@/lib/list-address/list-fields";
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
export type Sight = {
  name: boolean;
  email: boolean;
  answers: boolean;
  /** Fields of the form whose answers they do not see, where they see answers. */
  hidden: readonly string[];
  ratings: RatingSight;
};

type Narrowed = { ratings?: RatingSight; blind?: readonly string[] | null };

/** `blind`: they review without names, e-mail addresses and the answers to these fields. */
export function sightOf(
  level: SightLevel,
  { ratings = "all", blind = null }: Narrowed = {},
): Sight {
  return {
    name: blind === null,
    email: level === "everything" && blind === null,
    answers: level !== "names",
    hidden: blind ?? [],
    ratings,
  };
}

/** Whether blind reviewing is about them: whoever oversees the reviews sees who it is. */
export function reviewsBlindly(role: Role): boolean {
  return may(role, "reviews.write") && !may(role, "reviews.oversee");
}

export function ratingSightOf(role: Role, hidesOthers: boolean): RatingSight {
  if (!may(role, "reviews.read")) return "none";
  return may(role, "reviews.oversee") || !hidesOthers ? "all" : "given";
}

/** Whether somebody sees everything of the people. */
export const sightsAll = ({ name, email, answers, hidden }: Sight): boolean =>
  name && email && answers && hidden.length === 0;

/** Whether somebody sees what was answered to a field of the form. */
export function seesAnswer({ answers, hidden }: Sight, key: string): boolean {
  return answers && !hidden.includes(key);
}

/** Fields of a list that tell something of the e-mail address, and of the name. */
const OF_EMAIL: readonly string[] = ["email", "domain", "duplicates"];
const OF_NAME: readonly string[] = ["name", "duplicates"];

/** Whether somebody with this sight may see, and so filter, order and count by, a field as addresses name it. */
export function seesField(sight: Sight, field: string): boolean {
  const key = answerKeyOf(field);
  if (key !== null) return seesAnswer(sight, key);
  if (isReviewField(field)) return sight.ratings !== "none";
  if (OF_NAME.includes(field) && !sight.name) return false;
  return sight.email || !OF_EMAIL.includes(field);
}
