"use client";

import { LogIn } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { type ButtonLook, type ButtonSize, buttonLook } from "@/components/ui/button-look";
import { SIGN_IN_WORDS } from "./sign-in-words";
import { isFramed, useSignIn } from "./use-sign-in";

type Props = {
  eventId: string;
  word?: string;
  look?: ButtonLook;
  size?: ButtonSize;
  /** The sign-in is for the frame that opened this popup. */
  challenge?: string | null;
  /** At top level, where no popup is needed, it need not wait for a click. */
  startsByItself?: boolean;
};

/** "Sign in with Revento", at top level or in a frame, and how it goes. */
export function SignInButton({
  eventId,
  word = "Sign in with Revento",
  look = "primary",
  size = "large",
  challenge = null,
  startsByItself = false,
}: Props) {
  const { state, signIn, allow } = useSignIn(eventId, challenge);
  const hasStarted = useRef(false);

  useEffect(() => {
    if (!startsByItself || hasStarted.current || isFramed()) return;
    hasStarted.current = true;
    void signIn();
  }, [startsByItself, signIn]);

  return (
    <div className="grid justify-items-start gap-3">
      <button
        type="button"
        onClick={() => void signIn()}
        className={`${buttonLook(look, size)} max-w-full max-[22rem]:px-4`}
      >
        <LogIn aria-hidden="true" size={18} className="shrink-0" />
        {state === "waiting" ? "Open the window again" : word}
      </button>
      <p role="status" className="max-w-prose text-sm leading-relaxed empty:hidden">
        {SIGN_IN_WORDS[state]}
      </p>
      {state === "kept_out" || state === "no_cookies" ? (
        <div className="flex flex-wrap gap-3">
          {state === "kept_out" ? (
            <Button onClick={() => void allow()}>Allow it here</Button>
          ) : null}
          <a
            href={`/portal/${encodeURIComponent(eventId)}`}
            target="_blank"
            rel="noopener"
            className={buttonLook("plain")}
          >
            Open in a new tab
          </a>
        </div>
      ) : null}
    </div>
  );
}
