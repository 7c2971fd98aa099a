import { TriangleAlert } from "lucide-react";
import { Chip } from "@/components/ui/chip";
import { SearchField } from "@/components/ui/search-field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { PROGRAM_ORDERS, type useProgramAddress } from "./use-program-address";

type Props = {
  address: ReturnType<typeof useProgramAddress>;
  overlaps: number;
  /** There is room for a timetable. */
  isWide: boolean;
  onDone: () => void;
};

const WORDS = { day: "By day", thread: "By thread", place: "By place" } as const;
const ORDERS = PROGRAM_ORDERS.map((value) => ({ value, label: WORDS[value] }));
const VIEWS = [
  { value: "list", label: "List" },
  { value: "timetable", label: "Timetable" },
] as const;

/** How the program is ordered and shown, and the search in its titles. */
export function ProgramToolbar({ address, overlaps, isWide, onDone }: Props) {
  const { by, view, show, q, change } = address;
  return (
    <div className="mt-4 flex flex-wrap print:hidden items-center gap-2">
      <div className="min-w-56 flex-1">
        <SearchField
          label="Search the program"
          placeholder="Title"
          value={q}
          isBusy={false}
          onSearch={(next) => void change({ q: next })}
          onDone={onDone}
        />
      </div>
      {isWide ? (
        <SegmentedControl
          label="View"
          choices={VIEWS}
          value={view === "timetable" ? "timetable" : "list"}
          onChange={(next) => void change({ view: next })}
        />
      ) : null}
      <SegmentedControl
        label="Order of the program"
        choices={ORDERS}
        value={by}
        onChange={(next) => void change({ by: next })}
      />
      {overlaps > 0 || show === "overlaps" ? (
        <Chip
          word="Overlaps of a place"
          icon={TriangleAlert}
          count={overlaps}
          isPressed={show === "overlaps"}
          onPress={() => void change({ show: show === "overlaps" ? "all" : "overlaps" })}
        />
      ) : null}
    </div>
  );
}
