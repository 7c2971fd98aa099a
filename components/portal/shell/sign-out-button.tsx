"use client";

import { LogOut } from "lucide-react";
import { useSignOut } from "./use-sign-out";

/** Signs out here, from wherever one is. */
export function SignOutButton({ eventId }: { eventId: string }) {
  const { mutate, isPending, isError } = useSignOut(eventId);
  return (
    <>
      <button
        type="button"
        onClick={() => mutate(false)}
        disabled={isPending}
        className="inline-flex size-9 pointer-coarse:size-11 items-center justify-center gap-2 rounded-md text-soft text-sm hover:bg-sunken hover:text-ink sm:w-auto sm:px-3"
      >
        <LogOut aria-hidden="true" size={17} className="shrink-0" />
        <span className="max-sm:sr-only">Sign out</span>
      </button>
      {isError ? (
        <p
          role="alert"
          className="fixed inset-x-4 top-16 z-50 mx-auto max-w-sm rounded-md bg-rejected-tint px-4 py-3 text-rejected text-sm shadow-lift"
        >
          You are not signed out: this portal cannot be reached at present. Please try again.
        </p>
      ) : null}
    </>
  );
}
