import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { useMay } from "@/components/queries/use-may";
import type { Answering } from "./answering";
import { keptAddress } from "./kept-address";
import { ViewNameDialog } from "./view-name-dialog";

/** Keeps the list as it is under a new name, and opens it. */
export function SaveViewDialog({ isOpen, list, kind, eventId, writes, ...on }: Answering) {
  const [isTeam, setIsTeam] = useState(false);
  const [isDefault, setIsDefault] = useState(false);
  const { data: layout } = useQuery(eventQueries.layout(eventId, kind));
  const mayShare = useMay(eventId, "views.share");

  function close(): void {
    setIsTeam(false);
    setIsDefault(false);
    on.onClose();
  }
  function save(name: string): void {
    const address = keptAddress(list.address, layout);
    writes.mutate(
      { do: "create", fields: { name, address, isTeam, isDefault } },
      {
        onSuccess: (saved) => {
          if (saved) list.open(saved.address, saved.id);
          on.onTold("View saved");
          close();
        },
      },
    );
  }

  return (
    <ViewNameDialog
      isOpen={isOpen}
      title="Save the list as a view"
      verb="Save"
      name=""
      writes={writes}
      anchor={on.anchor}
      onName={save}
      onClose={close}
    >
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
    </ViewNameDialog>
  );
}

type TickProps = { isOn: boolean; onChange: (isOn: boolean) => void; children: string };

function Tick({ isOn, onChange, children }: TickProps) {
  return (
    <label className="flex min-h-7 pointer-coarse:min-h-11 items-center gap-2.5 text-sm">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 shrink-0"
      />
      {children}
    </label>
  );
}
