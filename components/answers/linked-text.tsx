import { type ComponentType, lazy, Suspense } from "react";
import { mayHoldLink } from "./may-hold-link";

type Props = { text: string };

// What finds addresses is 10 KB; most texts hold nothing that could be one. Where it is not there, after a deploy or
// without a network, a text is still a text.
const FollowedText = lazy<ComponentType<Props>>(() =>
  import("./followed-text").then(
    ({ FollowedText }) => ({ default: FollowedText }),
    () => ({ default: PlainText }),
  ),
);

function PlainText({ text }: Props) {
  return text;
}

/** A text whose addresses can be followed. Where they lead learns nothing of who follows. */
export function LinkedText({ text }: Props) {
  if (!mayHoldLink(text)) return text;
  return (
    <Suspense fallback={text}>
      <FollowedText text={text} />
    </Suspense>
  );
}
