import { Compass } from "lucide-react";
import { EventPageLinks } from "@/components/shell/event-page-links";
import { Notice } from "@/components/ui/notice";

export default function NotFound() {
  return (
    <>
      <h1 className="sr-only">Not here</h1>
      <Notice
        icon={Compass}
        title="There is no such page of this event"
        text="The address may be mistyped. The event has these pages:"
      >
        <EventPageLinks />
      </Notice>
    </>
  );
}
