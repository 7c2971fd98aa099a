import { lazy, Suspense } from "react";
import { mayHoldLink } from "./may-hold-link";

// What finds addresses is 10 KB; most texts hold nothing that could be one.
const FollowedText = lazy(async () => ({
  default: (await import("./followed-text")).FollowedText,
}));

/** A text whose addresses can be followed. Where they lead learns nothing of who follows. */
export function LinkedText({ text }: { text: string }) {
  if (!mayHoldLink(text)) return text;
  return (
    <Suspense fallback={text}>
      <FollowedText text={text} />
    </Suspense>
  );
}
