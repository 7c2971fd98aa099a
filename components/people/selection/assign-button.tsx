import { UserCheck } from "lucide-react";
import { useState } from "react";
import type { PeopleList } from "@/components/people/use-people-list";
import { AssignDialog, type AssignSelection } from "@/components/reviews/assign-dialog";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Picked } from "@/lib/list-address/picked";
import { ACTION } from "./selection-action";

type Props = {
  eventId: string;
  kind: ListKind;
  list: PeopleList;
  picked: Picked;
  count: number;
};

/** Says who of the team is to review those who are picked. */
export function AssignButton({ eventId, kind, list, picked, count }: Props) {
  const [isOpen, setOpen] = useState(false);
  const selection: AssignSelection =
    "ids" in picked
      ? { ids: picked.ids }
      : { query: list.question, list: kind, except: picked.allBut };
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} className={ACTION}>
        <UserCheck aria-hidden="true" size={15} />
        Assign
      </button>
      <AssignDialog
        eventId={eventId}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        selection={selection}
        count={count}
      />
    </>
  );
}
