import { MessagePage } from "@/components/shell/message-page";
import { ButtonLink } from "@/components/ui/button-link";

export default function NotFound() {
  return (
    <>
      {/* What was not found has no metadata of its own. */}
      <title>Not here · Foyer</title>
      <MessagePage
        title="There is no such page here"
        text="The address may be mistyped, or it belongs to an event that this browser has not been given. Connecting the event brings it here."
      >
        <ButtonLink href="/events" look="primary">
          Your events
        </ButtonLink>
      </MessagePage>
    </>
  );
}
