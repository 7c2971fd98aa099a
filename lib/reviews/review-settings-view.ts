import { USUAL_HIDES_OTHERS } from "@/lib/members/sight-view";

/** What an application is rated by. `scale`: points from 1 to 5, or no (0) and yes (1). */
export type CriterionView = {
  id: string;
  label: string;
  /** How much it counts beside the others, 1 to 10 */
  weight: number;
  scale: Scale;
};

export type Scale = 5 | "yes_no";

export const AVERAGES = ["mean", "median"] as const;
export type Average = (typeof AVERAGES)[number];

/** How the team of an event reviews. */
export type ReviewSettingsView = {
  criteria: CriterionView[];
  average: Average;
  /** Whoever reviews sees what others gave only once they have given their own. */
  hideOthers: boolean;
  /** Whoever reviews sees neither names nor e-mail addresses, nor the answers to `blindFields`. */
  isBlind: boolean;
  blindFields: string[];
  /** How many reviews an application should get. */
  perApplication: number;
};

/** Of an event whose team has not said anything else. */
export const USUAL_SETTINGS: ReviewSettingsView = {
  criteria: [{ id: "overall", label: "Overall", weight: 1, scale: 5 }],
  average: "mean",
  hideOthers: USUAL_HIDES_OTHERS,
  isBlind: false,
  blindFields: [],
  perApplication: 2,
};

/** The points that a scale has, the lowest first. */
export const pointsOf = (scale: Scale): readonly number[] =>
  scale === 5 ? [1, 2, 3, 4, 5] : [0, 1];
