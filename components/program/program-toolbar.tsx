import { CalendarRange, TriangleAlert } from "lucide-react";
import { Chip } from "@/components/ui/chip";
import { SearchField } from "@/components/ui/search-field";
import { PROGRAM_ORDERS, type useProgramAddress } from "./use-program-address";

type Props = {
  address: ReturnType<typeof useProgramAddress>;
  overlaps: number;
  /** There is room for a timetable. */
  isWide: boolean;
  onDone: () => void;
};

const WORDS = { day: "By day", thread: "By thread", place: "By place" } as const;

/** How the program is ordered and shown, and the search in its titles. */
export function ProgramToolbar({ address, overlaps, isWide, onDone }: Props) {
  const { by, view, show, q, change } = address;
  return (
    <div className="mt-4 grid gap-3">
      <SearchField
        label="Search the program"
        placeholder="Title"
        value={q}
        isBusy={false}
        onSearch={(next) => void change({ q: next })}
        onDone={onDone}
      />
      <div className="flex flex-wrap gap-2">
        <fieldset className="flex flex-wrap gap-2">
          <legend className="sr-only">Order of the program</legend>
          {PROGRAM_ORDERS.map((order) => (
            <Chip
              key={order}
              word={WORDS[order]}
              isPressed={by === order}
              onPress={() => void change({ by: order })}
            />
          ))}
        </fieldset>
        {overlaps > 0 || show === "overlaps" ? (
          <Chip
            word="Overlaps of a place"
            icon={TriangleAlert}
            count={overlaps}
            isPressed={show === "overlaps"}
            onPress={() => void change({ show: show === "overlaps" ? "all" : "overlaps" })}
          />
        ) : null}
        {isWide ? (
          <Chip
            word="Timetable"
            icon={CalendarRange}
            isPressed={view === "timetable"}
            onPress={() => void change({ view: view === "timetable" ? "list" : "timetable" })}
          />
        ) : null}
      </div>
    </div>
  );
}
