import { CalendarPlus } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";

type Props = { eventId: string; of: readonly ("mine" | "all")[] };

const WORDS = { mine: "My agenda as a calendar file", all: "The whole program as a calendar file" };

/** Takes activities along into one's own calendar. Plain links: a download needs no script. */
export function CalendarLinks({ eventId, of }: Props) {
  return (
    <ul className="flex flex-wrap gap-2">
      {of.map((each) => (
        <li key={each} className="max-w-full">
          <a
            href={`/api/portal/${encodeURIComponent(eventId)}/program.ics?of=${each}`}
            download
            className={`${buttonLook("plain")} max-w-full whitespace-normal text-left`}
          >
            <CalendarPlus aria-hidden="true" size={16} className="shrink-0" />
            {WORDS[each]}
          </a>
        </li>
      ))}
    </ul>
  );
}
