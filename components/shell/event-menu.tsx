import { Menu } from "@base-ui/react/menu";
import { useQuery } from "@tanstack/react-query";
import { Check, LayoutGrid, LogOut, Plus, SlidersHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { type RefObject, useRef } from "react";
import { fetchView } from "@/components/queries/fetch-view";
import { formatDays } from "@/components/time/format-in-zone";
import { ITEM, MenuItem } from "@/components/ui/menu-item";
import { PopupMenu } from "@/components/ui/popup-menu";
import type { EventCardView } from "@/lib/connections/event-card-view";

type Props = {
  eventId: string;
  isOpen: boolean;
  onClose: () => void;
  anchor: RefObject<HTMLButtonElement | null>;
};

/** The events of this browser, the ways to this one's settings, to all of them and to one more, and the way out. */
export function EventMenu({ eventId, isOpen, onClose, anchor }: Props) {
  const router = useRouter();
  const signOut = useRef<HTMLFormElement>(null);
  const { data: events = [] } = useQuery({
    queryKey: ["events"],
    queryFn: ({ signal }) => fetchView<EventCardView[]>("/api/events", signal),
    enabled: isOpen,
  });
  return (
    <>
      <PopupMenu label="Events" align="start" isOpen={isOpen} onClose={onClose} anchor={anchor}>
        {events.map((event) => (
          <Menu.Item
            key={event.eventId}
            onClick={() => router.push(`/events/${encodeURIComponent(event.eventId)}`)}
            className={ITEM}
          >
            <Check
              aria-hidden="true"
              size={15}
              className={event.eventId === eventId ? "text-accent" : "invisible"}
            />
            <span className="col-span-2 min-w-0 py-1">
              <span className="block truncate" dir="auto">
                {event.title ?? event.eventId}
              </span>
              {event.startsAt ? (
                <span className="block truncate text-soft text-xs">
                  {formatDays(event.startsAt, event.endsAt, event.timezone)}
                </span>
              ) : null}
            </span>
          </Menu.Item>
        ))}
        <Menu.Separator className="my-1 h-px bg-line" />
        <MenuItem
          icon={SlidersHorizontal}
          onPress={() => router.push(`/events/${encodeURIComponent(eventId)}/settings`)}
        >
          Settings of this event
        </MenuItem>
        <MenuItem icon={LayoutGrid} onPress={() => router.push("/events")}>
          All events
        </MenuItem>
        <MenuItem icon={Plus} onPress={() => router.push("/events#connect")}>
          Connect another event
        </MenuItem>
        <MenuItem icon={LogOut} onPress={() => signOut.current?.requestSubmit()}>
          Sign out of this browser
        </MenuItem>
      </PopupMenu>
      <form ref={signOut} action="/api/session/sign-out" method="post" hidden />
    </>
  );
}
