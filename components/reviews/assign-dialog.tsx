import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import { SelectField } from "@/components/ui/select-field";
import { showToast } from "@/components/ui/show-toast";
import { may } from "@/lib/members/permissions-view";
import type { AssignedView } from "@/lib/reviews/assigned-view";

/** Which applications are meant, as our API takes it. */
export type AssignSelection =
  | { ids: readonly string[] }
  | { query: string; list: "applications" | "participants"; except?: readonly string[] };

type Props = {
  eventId: string;
  isOpen: boolean;
  onClose: () => void;
  selection: AssignSelection;
  /** How many they are; null: nobody knows */
  count: number | null;
};

const MODES = [
  { value: "evenly", word: "Shared out evenly" },
  { value: "each", word: "Everything to everybody" },
];

/** Says who of the team is to review some applications. */
export function AssignDialog({ eventId, isOpen, onClose, selection, count }: Props) {
  const title =
    count === null
      ? "Assign applications"
      : `Assign ${count === 1 ? "one application" : `${count.toLocaleString("en-GB")} applications`}`;
  return (
    <AskingDialog open={isOpen} onClose={onClose} title={title}>
      <AssignForm eventId={eventId} selection={selection} onClose={onClose} />
    </AskingDialog>
  );
}

function AssignForm({
  eventId,
  selection,
  onClose,
}: Pick<Props, "eventId" | "selection" | "onClose">) {
  const { data: team } = useQuery(eventQueries.members(eventId));
  const [reviewers, setReviewers] = useState<readonly string[]>([]);
  const [mode, setMode] = useState("evenly");
  const [replaces, setReplaces] = useState(false);
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      send<AssignedView>({
        method: "POST",
        path: `/api/events/${encodeURIComponent(eventId)}/assignments`,
        body: { selection, reviewerIds: reviewers, mode, replace: replaces },
      }),
    onSuccess: ({ assigned }) => {
      onClose();
      showToast(
        assigned === 1
          ? "One review assigned"
          : `${assigned.toLocaleString("en-GB")} reviews assigned`,
      );
    },
  });
  const members = (team?.members ?? []).filter(({ role }) => may(role, "reviews.write"));
  return (
    <>
      <fieldset className="grid gap-1">
        <legend className="mb-1 text-soft text-xs">Who reviews</legend>
        {members.map(({ id, name, isSelf }) => (
          <label
            key={id}
            className="flex min-h-9 items-center gap-2.5 rounded-sm px-1 text-sm hover:bg-canvas pointer-coarse:min-h-11"
          >
            <input
              type="checkbox"
              checked={reviewers.includes(id)}
              onChange={({ target }) =>
                setReviewers(
                  target.checked ? [...reviewers, id] : reviewers.filter((each) => each !== id),
                )
              }
              className="size-4"
            />
            <span className="min-w-0 truncate" dir="auto">
              {name ?? "Somebody without a name"}
              {isSelf ? " (you)" : ""}
            </span>
          </label>
        ))}
      </fieldset>
      <SelectField label="How" value={mode} choices={MODES} onChange={setMode} />
      <label className="flex items-center gap-2.5 text-sm">
        <input
          type="checkbox"
          checked={replaces}
          onChange={({ target }) => setReplaces(target.checked)}
          className="size-4"
        />
        In place of whoever was to review them before
      </label>
      <Failure error={error} />
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
        <Button
          look="primary"
          disabled={isPending || (reviewers.length === 0 && !replaces)}
          focusableWhenDisabled
          onClick={() => mutate()}
        >
          Assign
        </Button>
      </div>
    </>
  );
}
