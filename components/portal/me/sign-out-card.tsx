"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { LogOut } from "lucide-react";
import { useSignOut } from "@/components/portal/shell/use-sign-out";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Card } from "@/components/ui/card";

/** The two ways out of the portal. */
export function SignOutCard({ eventId }: { eventId: string }) {
  const { mutate, isPending, isError } = useSignOut(eventId);
  return (
    <Card title="Sign out">
      <p className="max-w-prose text-soft text-sm leading-relaxed">
        Signing out here leaves your other devices and your other events as they are. Signing out
        everywhere ends this portal's access to your data for all of your devices.
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button onClick={() => mutate(false)} disabled={isPending}>
          <LogOut aria-hidden="true" size={16} />
          Sign out here
        </Button>
        <Everywhere onConfirm={() => mutate(true)} isPending={isPending} />
      </div>
      <p role="alert" className="mt-3 text-rejected text-sm empty:hidden">
        {isError
          ? "You are not signed out: this portal cannot be reached at present. Please try again."
          : null}
      </p>
    </Card>
  );
}

function Everywhere({ onConfirm, isPending }: { onConfirm: () => void; isPending: boolean }) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className={buttonLook("plain")} disabled={isPending}>
        Sign out everywhere…
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-shade" />
        <AlertDialog.Popup className="-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-50 w-[calc(100vw-2rem)] max-w-md rounded-lg border border-line bg-surface p-5 text-ink shadow-lift outline-none sm:p-6">
          <AlertDialog.Title className="font-display text-2xl text-balance">
            Sign out everywhere?
          </AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-soft leading-relaxed text-pretty">
            All browsers and devices on which you are signed in to this portal are signed out. You
            can sign in again at any time.
          </AlertDialog.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-3">
            <AlertDialog.Close className={buttonLook("plain")}>Stay signed in</AlertDialog.Close>
            <AlertDialog.Close className={buttonLook("primary")} onClick={onConfirm}>
              Sign out everywhere
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
