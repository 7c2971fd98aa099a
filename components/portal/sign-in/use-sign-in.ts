"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type FrameSignInOutcome, signInFromFrame } from "./frame-sign-in";
import { leaveForSignIn } from "./leave-for-sign-in";
import { makeSignInSecret, type SignInSecret } from "./sign-in-secret";

export type SignInState =
  | "ready"
  | "leaving"
  | "waiting"
  | "insecure"
  /** The browser lets the frame keep cookies from now on. */
  | "allowed"
  /** It does not, and there is nobody to ask. */
  | "no_cookies"
  | FrameSignInOutcome;

/** Signs this page in: at top level by leaving for Revento, in a frame by way of a popup. */
export function useSignIn(eventId: string, challenge: string | null) {
  const [state, setState] = useState<SignInState>("ready");
  const secret = useRef<SignInSecret>(null);
  const attempt = useRef<AbortController>(null);
  const mayAsk = useRef(true);

  const prepare = useCallback(async () => {
    try {
      secret.current = await makeSignInSecret();
    } catch {
      setState("insecure");
    }
  }, []);

  useEffect(() => {
    if (isFramed()) void prepare();
    const comeBack = (event: PageTransitionEvent) => event.persisted && setState("ready");
    window.addEventListener("pageshow", comeBack);
    return () => {
      window.removeEventListener("pageshow", comeBack);
      attempt.current?.abort();
    };
  }, [prepare]);

  const signIn = useCallback(async () => {
    attempt.current?.abort();
    if (!isFramed()) return leave(eventId, challenge, setState);
    if (!secret.current) return;
    const own = new AbortController();
    attempt.current = own;
    setState("waiting");
    const outcome = await signInFromFrame(eventId, secret.current, own.signal);
    if (own.signal.aborted) return;
    if (outcome === "signed_in") location.reload();
    setState(outcome === "kept_out" && !mayAsk.current ? "no_cookies" : outcome);
    await prepare();
  }, [eventId, challenge, prepare]);

  /** Asks the browser to let the frame keep cookies: once, for who refuses is not asked again. */
  const allow = useCallback(async () => {
    mayAsk.current = false;
    try {
      await document.requestStorageAccess();
      setState("allowed");
    } catch {
      setState("no_cookies");
    }
  }, []);

  return { state, signIn, allow };
}

async function leave(
  eventId: string,
  challenge: string | null,
  setState: (state: SignInState) => void,
): Promise<void> {
  setState("leaving");
  try {
    await leaveForSignIn(eventId, challenge);
  } catch {
    setState("unreachable");
  }
}

/** Whether this page is shown inside another one. */
export function isFramed(): boolean {
  return window.self !== window.top;
}
