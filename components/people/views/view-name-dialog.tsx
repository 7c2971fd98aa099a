import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type FormEvent, type ReactNode, type RefObject, useState } from "react";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import type { ViewWrites } from "./use-view-writes";
import { ViewNameField } from "./view-name-field";

type Props = {
  isOpen: boolean;
  title: string;
  /** What the button says. */
  verb: string;
  /** What the name is until somebody types. */
  name: string;
  writes: ViewWrites;
  anchor: RefObject<HTMLElement | null>;
  onName: (name: string) => void;
  onClose: () => void;
  children?: ReactNode;
};

/** Asks what a view is to be called. What was typed stays until it has worked. */
export function ViewNameDialog(props: Props) {
  const { isOpen, title, writes, anchor, onClose } = props;
  const close = () => void (writes.isPending || onClose());
  return (
    <AskingDialog open={isOpen} onClose={close} finalFocus={anchor} title={title}>
      <NameForm {...props} />
    </AskingDialog>
  );
}

function NameForm({ verb, name, writes, onName, children }: Props) {
  const [typed, setTyped] = useState(name);
  const isReady = typed.trim() !== "" && !writes.isPending;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady) onName(typed);
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <ViewNameField value={typed} onChange={setTyped} error={writes.error?.message ?? null} />
      {children}
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
        <Button look="primary" type="submit" disabled={!isReady} focusableWhenDisabled>
          {verb}
        </Button>
      </div>
    </form>
  );
}
