import { AlertDialog } from "@base-ui/react/alert-dialog";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import type { MemberView } from "@/lib/members/team-view";
import { memberName } from "./member-name";
import type { TeamWrites } from "./use-team-writes";

type Props = {
  member: MemberView;
  self: MemberView;
  writes: TeamWrites;
  isOpen: boolean;
  onClose: () => void;
};

/** Asks before another owner's seat becomes one's own: it cannot be taken apart again. */
export function MergeDialog({ member, self, writes, isOpen, onClose }: Props) {
  return (
    <AskingDialog open={isOpen} onClose={onClose} title={`Is ${memberName(member)} you, too?`}>
      <AlertDialog.Description className="text-sm leading-relaxed">
        Whoever connects the event again on another device gets a second seat. Its devices, views
        and notes become yours, and the seat goes. Only do this with a seat of your own.
      </AlertDialog.Description>
      <Failure error={writes.error} />
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
        <Button
          look="primary"
          disabled={writes.isPending}
          focusableWhenDisabled
          onClick={() =>
            writes.mutate({ do: "merge", id: member.id, into: self.id }, { onSuccess: onClose })
          }
        >
          Make it one seat
        </Button>
      </div>
    </AskingDialog>
  );
}
