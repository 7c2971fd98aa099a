import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { SelectField } from "@/components/ui/select-field";
import { showToast } from "@/components/ui/show-toast";
import type { Average, ReviewSettingsView } from "@/lib/reviews/review-settings-view";
import { BlindFields } from "./blind-fields";
import { CriteriaFields } from "./criteria-fields";
import { type CriterionDraft, draftOf } from "./criterion-draft";

type Draft = Omit<ReviewSettingsView, "criteria"> & { criteria: CriterionDraft[] };

const AVERAGE_CHOICES = [
  { value: "mean", word: "The mean of all ratings" },
  { value: "median", word: "The one in the middle" },
];
const REVIEWS_CHOICES = Array.from({ length: 10 }, (_, at) => ({
  value: String(at + 1),
  word: at === 0 ? "One" : String(at + 1),
}));

type Props = { eventId: string; settings: ReviewSettingsView };

/** Criteria, how ratings are put together, and who sees what meanwhile. Nothing holds before it is saved. */
export function ReviewSettingsForm({ eventId, settings }: Props) {
  const client = useQueryClient();
  const { draft, setDraft, begin, isOverwriting } = useDraft(settings);
  const path = `/api/events/${encodeURIComponent(eventId)}/review-settings`;
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => send<ReviewSettingsView>({ method: "PUT", path, body: sentOf(draft) }),
    onSuccess: (answer) => {
      begin(answer);
      client.setQueryData(eventQueries.reviewSettings(eventId).queryKey, answer);
      showToast("How the team reviews is saved");
    },
  });
  const change = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  return (
    <form
      className="grid gap-6"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        mutate();
      }}
    >
      <CriteriaFields criteria={draft.criteria} onChange={(criteria) => change({ criteria })} />
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label="What ratings come to"
          value={draft.average}
          choices={AVERAGE_CHOICES}
          onChange={(average) => change({ average: average as Average })}
        />
        <SelectField
          label="Reviews for each application"
          value={String(draft.perApplication)}
          choices={REVIEWS_CHOICES}
          onChange={(count) => change({ perApplication: Number(count) })}
        />
      </div>
      <div className="grid gap-3">
        <Choice
          isOn={draft.hideOthers}
          onChange={(hideOthers) => change({ hideOthers })}
          hint="Until then no order, count or chart of theirs depends on what the others gave. Owners and managers see it all the time."
        >
          Reviewers see others&apos; ratings once they have rated themselves
        </Choice>
        <Choice
          isOn={draft.isBlind}
          onChange={(isBlind) => change({ isBlind })}
          hint="Reviewers see neither names nor e-mail addresses, cannot search, and do not see the answers chosen here. Owners and managers see everything."
        >
          Review blindly
        </Choice>
        {draft.isBlind ? (
          <BlindFields
            eventId={eventId}
            hidden={draft.blindFields}
            onChange={(blindFields) => change({ blindFields })}
          />
        ) : null}
      </div>
      <Failure error={error} />
      {isOverwriting ? (
        <div role="status" className="grid gap-2 rounded-md bg-pending-tint p-3 text-sm">
          <p className="text-pending">
            Somebody else has saved this meanwhile. Saving puts yours in its place.
          </p>
          <div>
            <Button onClick={() => begin(settings)}>Show what is saved now</Button>
          </div>
        </div>
      ) : null}
      <div>
        <Button type="submit" look="primary" disabled={isPending} focusableWhenDisabled>
          Save
        </Button>
      </div>
    </form>
  );
}

/**
 * What is typed stays when somebody else saves, and whoever typed it is told; where nothing was typed, what is saved
 * shows.
 */
function useDraft(settings: ReviewSettingsView) {
  const [began, setBegan] = useState(settings);
  const [draft, setDraft] = useState(() => withKeys(settings));
  const begin = (saved: ReviewSettingsView) => {
    setBegan(saved);
    setDraft(withKeys(saved));
  };
  const isTyped = !isAlike(draft, withKeys(began));
  const isSavedAnew = !isAlike(withKeys(settings), withKeys(began));
  if (isSavedAnew && !isTyped) begin(settings);
  return { draft, setDraft, begin, isOverwriting: isSavedAnew && isTyped };
}

const isAlike = (one: Draft, other: Draft) =>
  JSON.stringify(sentOf(one)) === JSON.stringify(sentOf(other));

const withKeys = (settings: ReviewSettingsView): Draft => ({
  ...settings,
  criteria: settings.criteria.map(draftOf),
});

/** What the form holds as it is sent: a criterion that is new has no id yet. */
function sentOf(draft: Draft) {
  const { criteria, average, hideOthers, isBlind, blindFields, perApplication } = draft;
  return {
    average,
    hideOthers,
    isBlind,
    blindFields,
    perApplication,
    criteria: criteria.map(({ id, label, weight, scale }) => ({
      ...(id === null ? {} : { id }),
      label,
      weight,
      scale,
    })),
  };
}

type ChoiceProps = {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  hint: string;
  children: ReactNode;
};

function Choice({ isOn, onChange, hint, children }: ChoiceProps) {
  return (
    <label className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4 pointer-coarse:size-5"
      />
      <span>
        {children}
        <span className="mt-0.5 block max-w-prose text-soft text-xs leading-relaxed">{hint}</span>
      </span>
    </label>
  );
}
