import type { PeopleList } from "@/components/people/use-people-list";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Picked } from "@/lib/list-address/picked";

/** What is exported: a list, or of it those who were picked. */
export type ExportScope = {
  eventId: string;
  kind: ListKind;
  list: PeopleList;
  picked?: Picked;
  /** How many are picked. */
  pickedCount?: number;
};
