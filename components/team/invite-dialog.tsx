import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type FormEvent, useState } from "react";
import { ROLE_WORDS } from "@/components/labels/role-words";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { ROLES, type Role } from "@/lib/members/role-view";
import { SeatLink } from "./seat-link";
import { useInvite } from "./use-team-writes";

const LONGEST_NAME = 80;

type Props = { eventId: string; isOpen: boolean; onClose: () => void };

/** Offers a seat under a name and a role; what comes back is the link, to be handed over. */
export function InviteDialog({ eventId, isOpen, onClose }: Props) {
  const invite = useInvite(eventId);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("reviewer");
  const { data: link, isPending } = invite;

  function close(): void {
    if (isPending) return;
    setName("");
    setEmail("");
    invite.reset();
    onClose();
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() && !isPending) invite.mutate({ name, role, email });
  }

  if (link) {
    return (
      <AskingDialog open={isOpen} onClose={close} title={`Send this link to ${name.trim()}`}>
        <SeatLink link={link} />
        <div className="flex justify-end">
          <AlertDialog.Close className={buttonLook("primary")}>Done</AlertDialog.Close>
        </div>
      </AskingDialog>
    );
  }
  return (
    <AskingDialog open={isOpen} onClose={close} title="Invite somebody to the team">
      <form onSubmit={submit} className="grid gap-4">
        <TextField label="Name" value={name} onChange={setName} maxLength={LONGEST_NAME} />
        <SelectField
          label="Role"
          value={role}
          choices={ROLES.map((value) => ({ value, word: ROLE_WORDS[value].word }))}
          onChange={(value) => setRole(value as Role)}
        />
        <p className="-mt-2 text-soft text-sm">
          {ROLE_WORDS[role].word}: {ROLE_WORDS[role].may}
        </p>
        <TextField
          label="E-mail address, to remember whom you sent it to (may stay empty)"
          value={email}
          onChange={setEmail}
          maxLength={254}
          type="email"
        />
        <Failure error={invite.error} />
        <div className="flex flex-wrap justify-end gap-2">
          <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
          <Button
            type="submit"
            look="primary"
            disabled={!name.trim() || isPending}
            focusableWhenDisabled
          >
            Make the link
          </Button>
        </div>
      </form>
    </AskingDialog>
  );
}
