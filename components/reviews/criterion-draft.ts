import type { CriterionView } from "@/lib/reviews/review-settings-view";

/** A criterion as it is being written. `key` tells it from the others; a new one has no id yet. */
export type CriterionDraft = Omit<CriterionView, "id"> & { key: string; id: string | null };

export const draftOf = (criterion: CriterionView): CriterionDraft => ({
  ...criterion,
  key: criterion.id,
});

export const newDraft = (): CriterionDraft => ({
  key: crypto.randomUUID(),
  id: null,
  label: "",
  weight: 1,
  scale: 5,
});
