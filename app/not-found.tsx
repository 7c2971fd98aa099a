import type { Metadata } from "next";
import { MessagePage } from "@/components/shell/message-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Not here" };

export default function NotFound() {
  return (
    <MessagePage
      title="There is no such page here"
      text="The address may be mistyped, or it belongs to an event that this browser has not been given. Connecting the event brings it here."
    >
      <ButtonLink href="/events" look="primary">
        Your events
      </ButtonLink>
    </MessagePage>
  );
}
