import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type FormEvent, useState } from "react";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import { TextField } from "@/components/ui/text-field";
import type { MemberView } from "@/lib/members/team-view";
import type { TeamWrites } from "./use-team-writes";

type Props = { member: MemberView; writes: TeamWrites; isOpen: boolean; onClose: () => void };

/** What somebody of the team is called. */
export function NameDialog({ member, writes, isOpen, onClose }: Props) {
  const [name, setName] = useState(member.name ?? "");
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim()) {
      writes.mutate({ do: "name", id: member.id, name }, { onSuccess: onClose });
    }
  }
  return (
    <AskingDialog
      open={isOpen}
      onClose={onClose}
      title={member.isSelf ? "What should the team call you?" : "What is this member called?"}
    >
      <form onSubmit={submit} className="grid gap-4">
        <TextField label="Name" value={name} onChange={setName} maxLength={80} />
        <Failure error={writes.error} />
        <div className="flex flex-wrap justify-end gap-2">
          <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
          <Button type="submit" look="primary" disabled={writes.isPending} focusableWhenDisabled>
            Save
          </Button>
        </div>
      </form>
    </AskingDialog>
  );
}
