import { Compass } from "lucide-react";
import { OverviewLink } from "@/components/shell/overview-link";
import { Notice } from "@/components/ui/notice";

export default function NotFound() {
  return (
    <>
      <h1 className="sr-only">Not here</h1>
      <Notice
        icon={Compass}
        title="There is no such page of this event"
        text="The address may be mistyped. Everything that there is stands in the menu, or is found by its name with Ctrl+K."
      >
        <OverviewLink />
      </Notice>
    </>
  );
}
