"use client";

import { useEffect, useState } from "react";
import { lazyPiece } from "./lazy-piece";
import { onToasts, type ToastMessage } from "./show-toast";

const ToastList = lazyPiece(() => import("./toast-list").then((module) => module.ToastList));

/** Where toasts appear; once on a page. What shows them is loaded with the first. */
export function ToastHost() {
  const [messages, setMessages] = useState<ToastMessage[] | null>(null);
  useEffect(() => onToasts(setMessages), []);
  return messages ? <ToastList messages={messages} /> : null;
}
