"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { LoaderCircle } from "lucide-react";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { consoleQueries } from "@/components/queries/console-queries";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import { FIELD_LOOK, RetypeField } from "@/components/ui/retype-field";

const SHORTEST = 3;
const LONGEST = 500;

type Props<Answer> = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Exactly what will happen. */
  children: ReactNode;
  /** What the button says. */
  verb: string;
  isDangerous?: boolean;
  isWide?: boolean;
  /** Something that has to be known before it can be done. */
  isReady?: boolean;
  /** Has to be typed before it can be done. */
  typed?: string | undefined;
  /** Who else reads the reason. */
  readers?: string;
  run: (reason: string) => Promise<Answer>;
  onDone?: (answer: Answer) => void;
};

/** Says what an action does, asks why, and does it. What was typed stays until it has worked. */
export function ReasonDialog<Answer>(props: Props<Answer>) {
  const { open, onClose, title, children, isWide = false } = props;
  const [reason, setReason] = useState("");
  const [retyped, setRetyped] = useState("");
  const queries = useQueryClient();
  const action = useMutation({
    mutationFn: () => props.run(reason.trim()),
    onSuccess: async (answer) => {
      setReason("");
      setRetyped("");
      onClose();
      props.onDone?.(answer);
      await queries.invalidateQueries({ queryKey: consoleQueries.all });
    },
  });
  const isAllowed =
    reason.trim().length >= SHORTEST &&
    (props.isReady ?? true) &&
    (props.typed === undefined || retyped.trim() === props.typed);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isAllowed && !action.isPending) action.mutate();
  }
  function close(): void {
    if (action.isPending) return;
    action.reset();
    onClose();
  }

  return (
    <AskingDialog open={open} onClose={close} title={title} isWide={isWide}>
      <div className="grid gap-3 text-sm leading-relaxed">{children}</div>
      <form onSubmit={submit} className="grid gap-4">
        <ReasonField value={reason} onChange={setReason} readers={props.readers} />
        {props.typed === undefined ? null : (
          <RetypeField word={props.typed} value={retyped} onChange={setRetyped} />
        )}
        <Failure error={action.error}>What you typed is still here.</Failure>
        <div className="flex flex-wrap justify-end gap-2">
          <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
          <Button
            type="submit"
            look={props.isDangerous ? "danger" : "primary"}
            disabled={!isAllowed || action.isPending}
            focusableWhenDisabled
          >
            {action.isPending ? (
              <LoaderCircle aria-hidden="true" size={15} className="animate-spin" />
            ) : null}
            {props.verb}
          </Button>
        </div>
      </form>
    </AskingDialog>
  );
}

type ReasonProps = {
  value: string;
  onChange: (value: string) => void;
  readers?: string | undefined;
};

function ReasonField({ value, onChange, readers }: ReasonProps) {
  const hint = useId();
  return (
    <div className="grid gap-1">
      <label className="grid gap-1 font-medium text-sm">
        Why?
        <textarea
          rows={2}
          required
          minLength={SHORTEST}
          maxLength={LONGEST}
          value={value}
          aria-describedby={hint}
          onChange={(event) => onChange(event.target.value)}
          className={`${FIELD_LOOK} font-normal`}
        />
      </label>
      <p id={hint} className="text-soft text-xs">
        {readers ?? "Kept with your name in the trail; the organizer can read the reason."} At least{" "}
        {SHORTEST} characters.
      </p>
    </div>
  );
}
