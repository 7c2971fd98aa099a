import { ListFilter } from "lucide-react";
import type { PeopleList } from "@/components/people/use-people-list";
import { showToast } from "@/components/ui/show-toast";
import type { Picked } from "@/lib/list-address/picked";
import { ACTION } from "./selection-action";

/** As many values as a filter has. */
const MOST = 50;

type Props = { list: PeopleList; picked: Picked };

/** Narrows the list to those who are picked, by their addresses: the link shows the same to everybody. */
export function ShowOnlyButton({ list, picked }: Props) {
  const { address, change, rows } = list;
  const ids = new Set("ids" in picked ? picked.ids : []);
  const people = rows.filter(({ participantId }) => ids.has(participantId));
  const emails = [...new Set(people.flatMap(({ email }) => email?.trim().toLowerCase() || []))];
  const isWhole = people.length === ids.size && people.every(({ email }) => email?.trim());
  if (!isWhole || emails.length === 0 || emails.length > MOST) return null;
  const show = () => {
    const { filters, q } = address;
    change({ q: "", filters: [{ field: "email", operator: "is", values: emails }] });
    showToast("Only those you selected", {
      word: "Undo",
      run: () => change({ q, filters }),
    });
  };
  return (
    <button type="button" onClick={show} className={ACTION}>
      <ListFilter aria-hidden="true" size={15} />
      Show only these
    </button>
  );
}
