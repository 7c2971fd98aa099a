import type { LabelColor, LabelView } from "@/lib/reviews/label-view";

/** The dot says what the colour is; the name stands beside it. */
const DOTS: Record<LabelColor, string> = {
  red: "bg-[#c0392b]",
  orange: "bg-[#d9772b]",
  yellow: "bg-[#c9a400]",
  green: "bg-[#3d8b4f]",
  teal: "bg-[#1f8a8a]",
  blue: "bg-[#3a6fc4]",
  purple: "bg-[#8656b8]",
  grey: "bg-[#7a7a7a]",
};

export function LabelDot({ color }: { color: LabelColor }) {
  return <span aria-hidden="true" className={`size-2.5 shrink-0 rounded-full ${DOTS[color]}`} />;
}

/** A label of the team's on an application. */
export function LabelChip({ label }: { label: Pick<LabelView, "name" | "color"> }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5 rounded-full border border-line bg-surface px-2 py-0.5 text-xs">
      <LabelDot color={label.color} />
      <span className="truncate" dir="auto">
        {label.name}
      </span>
    </span>
  );
}
