import { LogOut } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";
import { NoticeBar } from "@/components/ui/notice-bar";

/** The session ended while the page was open. The page stays, with whatever was being written on it. */
export function SignedOutBar({ eventId }: { eventId: string }) {
  return (
    <NoticeBar
      tone="alarm"
      icon={LogOut}
      title="You are signed out here"
      action={
        <a
          href={`/connect?event_id=${encodeURIComponent(eventId)}`}
          target="_blank"
          rel="noreferrer"
          className={buttonLook("plain")}
        >
          Sign in again in a new tab
        </a>
      }
    >
      What you see stays as it was, and what you were writing stays here; nothing can be saved until
      you are back.
    </NoticeBar>
  );
}
