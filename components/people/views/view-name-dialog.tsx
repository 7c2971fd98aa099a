import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type RefObject, useId, useRef, useState } from "react";
import type { PeopleList } from "@/components/people/use-people-list";
import { eventQueries } from "@/components/queries/event-queries";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { SavedViewView } from "@/lib/saved-views/saved-view-view";
import { keptAddress } from "./kept-address";
import { useMayShare } from "./use-may-share";
import type { ViewWrites } from "./use-view-writes";
import type { Asking } from "./views-popup";

type Props = {
  list: PeopleList;
  kind: ListKind;
  eventId: string;
  open: SavedViewView | null;
  asking: Asking;
  writes: ViewWrites;
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  onTold: (text: string) => void;
};

/** Asks for a name: of a new view of the list as it is, or another one for the view that is open. */
export function ViewNameDialog(props: Props) {
  const { asking, open, writes, anchor, onClose } = props;
  const isOpen = asking === "save as" || (asking === "rename" && open !== null);
  // While the window goes, it still says what it was about.
  const last = useRef(asking);
  if (isOpen) last.current = asking;
  const isRename = last.current === "rename";

  function close(): void {
    if (writes.isPending) return;
    writes.reset();
    onClose();
  }

  return (
    <AskingDialog
      open={isOpen}
      onClose={close}
      finalFocus={anchor}
      title={isRename ? "Rename this view" : "Save the list as a view"}
    >
      <NameForm {...props} isRename={isRename} onClose={close} />
    </AskingDialog>
  );
}

function NameForm(props: Props & { isRename: boolean }) {
  const { list, kind, eventId, open, writes, isRename, onTold, onClose } = props;
  const [name, setName] = useState(isRename ? (open?.name ?? "") : "");
  const [isTeam, setIsTeam] = useState(false);
  const [isDefault, setIsDefault] = useState(false);
  const { data: layout } = useQuery(eventQueries.layout(eventId, kind));
  const mayShare = useMayShare(eventId);
  const isNamed = name.trim() !== "";

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isNamed || writes.isPending) return;
    const fields = { name, isTeam, isDefault, address: keptAddress(list.address, layout) };
    writes.mutate(
      isRename && open ? { do: "change", view: open, fields: { name } } : { do: "create", fields },
      {
        onSuccess: (saved) => {
          if (saved && !isRename) list.open(saved.address, saved.id);
          onTold(isRename ? "View renamed" : "View saved");
          onClose();
        },
      },
    );
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <NameField value={name} onChange={setName} error={writes.error?.message ?? null} />
      {isRename ? null : (
        <div className="grid gap-1">
          {mayShare ? (
            <Tick isOn={isTeam} onChange={setIsTeam}>
              For the team: everybody in this event sees it
            </Tick>
          ) : null}
          <Tick isOn={isDefault} onChange={setIsDefault}>
            Open the list with it from now on
          </Tick>
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
        <Button
          look="primary"
          type="submit"
          disabled={!isNamed || writes.isPending}
          focusableWhenDisabled
        >
          {isRename ? "Rename" : "Save"}
        </Button>
      </div>
    </form>
  );
}

type NameFieldProps = { value: string; onChange: (value: string) => void; error: string | null };

function NameField({ value, onChange, error }: NameFieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-soft text-sm">
        Name
      </label>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={80}
        autoComplete="off"
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-10 pointer-coarse:min-h-11 rounded-md border border-edge bg-surface px-3 text-sm pointer-coarse:text-base aria-invalid:border-rejected"
      />
      {error === null ? null : (
        <p
          id={`${id}-error`}
          role="alert"
          className="rounded-md bg-rejected-tint px-3 py-2 text-rejected text-sm"
        >
          {error}
        </p>
      )}
    </div>
  );
}

type TickProps = { isOn: boolean; onChange: (isOn: boolean) => void; children: string };

function Tick({ isOn, onChange, children }: TickProps) {
  return (
    <label className="flex min-h-8 pointer-coarse:min-h-11 items-center gap-2.5 text-sm">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 shrink-0 accent-accent"
      />
      {children}
    </label>
  );
}
