import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { LabelDot } from "@/components/labels/label-chip";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { TextField } from "@/components/ui/text-field";
import { LABEL_COLORS, type LabelColor, type LabelView } from "@/lib/reviews/label-view";

const LONGEST_NAME = 40;

type Props = { eventId: string; onMade: (label: LabelView) => void };

/** A word of the team's, and its colour. */
export function NewLabelForm({ eventId, onMade }: Props) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [color, setColor] = useState<LabelColor>("teal");
  const path = `/api/events/${encodeURIComponent(eventId)}/labels`;
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => send<LabelView>({ method: "POST", path, body: { name, color } }),
    onSuccess: async (label) => {
      setName("");
      await client.invalidateQueries(eventQueries.labels(eventId));
      onMade(label);
    },
  });
  return (
    <form
      className="grid gap-2 border-line border-t pt-3"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (name.trim() !== "") mutate();
      }}
    >
      <TextField label="New label" value={name} maxLength={LONGEST_NAME} onChange={setName} />
      <fieldset className="flex flex-wrap gap-0.5">
        <legend className="sr-only">Colour</legend>
        {LABEL_COLORS.map((each) => (
          <label
            key={each}
            title={each}
            className="relative grid size-7 cursor-pointer place-items-center rounded-full has-checked:bg-sunken has-checked:outline-2 has-checked:outline-edge has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:size-11"
          >
            <input
              type="radio"
              name="label-color"
              aria-label={each}
              checked={color === each}
              onChange={() => setColor(each)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            <LabelDot color={each} />
          </label>
        ))}
      </fieldset>
      <Failure error={error} />
      <div>
        <Button type="submit" disabled={isPending || name.trim() === ""} focusableWhenDisabled>
          Make and put on
        </Button>
      </div>
    </form>
  );
}
