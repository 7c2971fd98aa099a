import { Pencil } from "lucide-react";
import { type FormEvent, useState } from "react";
import { ReviewerName, useReviewerNames } from "@/components/labels/reviewer-name";
import { send } from "@/components/queries/send";
import { useMay } from "@/components/queries/use-may";
import { Button } from "@/components/ui/button";

const LONGEST_NAME = 80;

/** Who decided. Whoever may, says once what that person is called. */
export function ReviewerField({ eventId, id }: { eventId: string; id: string }) {
  const mayName = useMay(eventId, "reviewers.name");
  const [isNaming, setNaming] = useState(false);
  if (isNaming) return <NameForm eventId={eventId} id={id} onClose={() => setNaming(false)} />;
  return (
    <span className="inline-flex items-center gap-1">
      <ReviewerName id={id} />
      {mayName ? (
        <button
          type="button"
          aria-label="Name this reviewer"
          title="Name this reviewer"
          onClick={() => setNaming(true)}
          className="grid size-7 place-items-center rounded-sm text-soft hover:bg-sunken hover:text-ink pointer-coarse:size-11"
        >
          <Pencil aria-hidden="true" size={13} />
        </button>
      ) : null}
    </span>
  );
}

type FormProps = { eventId: string; id: string; onClose: () => void };

function NameForm({ eventId, id, onClose }: FormProps) {
  const names = useReviewerNames();
  const [name, setName] = useState(names[id] ?? "");
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setSaving(true);
    try {
      const path = `/api/events/${encodeURIComponent(eventId)}/reviewers/${encodeURIComponent(id)}`;
      await send({ method: "PUT", path, body: { name } });
      onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      setSaving(false);
    }
  }
  return (
    <form
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
      className="mt-1 grid gap-2"
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the press that brought it
        autoFocus
        aria-label={`What ${id} is called`}
        placeholder={id}
        value={name}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
        className="min-h-9 w-full rounded-md border border-edge bg-surface px-2.5 text-sm pointer-coarse:min-h-11 pointer-coarse:text-base"
      />
      <span className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" disabled={isSaving} focusableWhenDisabled>
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </span>
      {failure ? (
        <span role="alert" className="text-rejected text-xs">
          {failure}
        </span>
      ) : null}
    </form>
  );
}
