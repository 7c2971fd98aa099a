import type { PlacedActivityView } from "@/lib/program/program-view";
import { useProgram } from "./program-context";

/** The thread of an activity, with its colour. */
export function ThreadName({ activity }: { activity: PlacedActivityView }) {
  const { colors } = useProgram();
  const { thread, threadId } = activity;
  if (!thread) return null;
  return (
    <span className="inline-flex items-center gap-1.5">
      <span
        aria-hidden="true"
        className="size-2 shrink-0 rounded-full bg-cancelled-mark"
        style={{ background: colors.get(threadId ?? "") }}
      />
      <span dir="auto">{thread}</span>
    </span>
  );
}
