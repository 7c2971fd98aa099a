import { AlertDialog } from "@base-ui/react/alert-dialog";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import type { MemberView } from "@/lib/members/team-view";
import { memberName } from "./member-name";
import type { TeamWrites } from "./use-team-writes";

type Props = { member: MemberView; writes: TeamWrites; isOpen: boolean; onClose: () => void };

/** Asks before a seat is taken, or left. */
export function LeaveDialog({ member, writes, isOpen, onClose }: Props) {
  const { isSelf } = member;
  function remove(): void {
    writes.mutate(
      { do: "remove", id: member.id },
      { onSuccess: () => (isSelf ? window.location.assign("/events") : onClose()) },
    );
  }
  return (
    <AskingDialog
      open={isOpen}
      onClose={onClose}
      title={isSelf ? "Leave this event's team?" : `Remove ${memberName(member)} from the team?`}
    >
      <AlertDialog.Description className="text-sm leading-relaxed">
        {isSelf
          ? "You are out on all of your devices at once, and your own views are gone. To come back you need an invitation."
          : "They are out on all of their devices at once, pages that are open included, and their own views are gone. What they did stays in the log."}
      </AlertDialog.Description>
      <Failure error={writes.error} />
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
        <Button look="danger" disabled={writes.isPending} focusableWhenDisabled onClick={remove}>
          {isSelf ? "Leave" : "Remove"}
        </Button>
      </div>
    </AskingDialog>
  );
}
