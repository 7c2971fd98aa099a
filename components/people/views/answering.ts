import type { RefObject } from "react";
import type { PeopleList } from "@/components/people/use-people-list";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ViewWrites } from "./use-view-writes";

/** What every window of the views' menu works with. */
export type Answering = {
  isOpen: boolean;
  list: PeopleList;
  kind: ListKind;
  eventId: string;
  writes: ViewWrites;
  /** Where the focus returns to. */
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  /** Says to a screen reader what has been done. */
  onTold: (text: string) => void;
};
