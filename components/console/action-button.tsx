"use client";

import type { LucideIcon } from "lucide-react";
import { type ReactNode, useState } from "react";
import { send } from "@/components/queries/send";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-look";
import { ReasonDialog } from "./reason-dialog";

type Props = {
  word: string;
  icon: LucideIcon;
  look?: ButtonLook;
  title: string;
  /** Below /api/admin. */
  path: string;
  verb: string;
  isDangerous?: boolean;
  readers?: string;
  typed?: string;
  isReady?: boolean;
  onDone?: () => void;
  children: ReactNode;
};

/** A button that asks for a reason, and then does it. */
export function ActionButton({ word, icon: Icon, look, path, onDone, ...dialog }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button {...(look ? { look } : {})} onClick={() => setOpen(true)}>
        <Icon aria-hidden="true" size={15} />
        {word}
      </Button>
      <ReasonDialog
        {...dialog}
        open={isOpen}
        onClose={() => setOpen(false)}
        run={(reason) =>
          send<unknown>({ method: "POST", path: `/api/admin${path}`, body: { reason } })
        }
        onDone={() => onDone?.()}
      />
    </>
  );
}
