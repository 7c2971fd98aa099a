import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type RefObject, useId, useState } from "react";
import { send } from "@/components/queries/send";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { EmailMatchView } from "@/lib/participants/email-match-view";
import { PasteEmailsReport } from "./paste-emails-report";
import { readEmails } from "./read-emails";

const MOST_EMAILS = 5_000;

type Props = {
  eventId: string;
  kind: ListKind;
  open: boolean;
  onClose: () => void;
  onPick: (ids: string[]) => void;
  /** Where the focus goes afterwards. */
  finalFocus: RefObject<HTMLElement | null>;
};

/** Selects whoever has one of the pasted addresses, and says which of them nobody has. */
export function PasteEmailsDialog({ eventId, kind, open, onClose, onPick, finalFocus }: Props) {
  const [text, setText] = useState("");
  const matching = useMutation({
    mutationFn: (emails: string[]) =>
      send<EmailMatchView>({
        method: "POST",
        path: `/api/events/${encodeURIComponent(eventId)}/${kind}/matches`,
        body: { emails },
      }),
    onSuccess: ({ matched }) => {
      if (matched.length > 0) onPick(matched.map(({ participantId }) => participantId));
    },
  });
  const { emails, unread } = readEmails(text);

  function close(): void {
    if (matching.data) {
      setText("");
      matching.reset();
    }
    onClose();
  }

  return (
    <AskingDialog open={open} onClose={close} title="Select by e-mail" finalFocus={finalFocus}>
      {matching.data ? (
        <PasteEmailsReport
          kind={kind}
          report={matching.data}
          unread={unread}
          onClose={close}
          onBack={() => matching.reset()}
        />
      ) : (
        <PasteForm
          text={text}
          onChange={setText}
          emails={emails}
          isBusy={matching.isPending}
          error={matching.error}
          onSubmit={() => matching.mutate(emails)}
        />
      )}
    </AskingDialog>
  );
}

type FormProps = {
  text: string;
  onChange: (text: string) => void;
  emails: string[];
  isBusy: boolean;
  error: Error | null;
  onSubmit: () => void;
};

function PasteForm({ text, onChange, emails, isBusy, error, onSubmit }: FormProps) {
  const id = useId();
  const isTooMany = emails.length > MOST_EMAILS;
  const isReady = emails.length > 0 && !isTooMany && !isBusy;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady) onSubmit();
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm leading-relaxed">
          Paste the addresses, with commas, semicolons or lines between them. Names around them do
          no harm.
        </label>
        <textarea
          id={id}
          rows={7}
          value={text}
          spellCheck={false}
          autoComplete="off"
          placeholder={"ana@example.org\nBen Blue <ben@example.org>"}
          aria-describedby={`${id}-count`}
          onChange={(event) => onChange(event.target.value)}
          className="w-full rounded-md border border-edge bg-surface px-3 py-2 text-sm pointer-coarse:text-base placeholder:text-soft"
        />
        <p id={`${id}-count`} role="status" className="text-soft text-xs tabular-nums">
          {countWords(emails.length, isTooMany)}
        </p>
      </div>
      <Failure error={error}>What you pasted is still here.</Failure>
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
        <Button type="submit" look="primary" disabled={!isReady} focusableWhenDisabled>
          Select
        </Button>
      </div>
    </form>
  );
}

function countWords(count: number, isTooMany: boolean): string {
  const words = `${count.toLocaleString("en-GB")} ${count === 1 ? "address" : "addresses"}`;
  if (isTooMany) return `${words}: at most ${MOST_EMAILS.toLocaleString("en-GB")} at once.`;
  return words;
}
