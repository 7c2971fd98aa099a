import { Check, X } from "lucide-react";
import { shapeOfAnswer } from "@/components/answers/answer-value";
import { ExactTime } from "@/components/time/exact-time";

const CHIP = "rounded-full bg-sunken px-2 py-0.5 text-xs";

/** One answer on one line, in its kind. */
export function AnswerCell({ value }: { value: unknown }) {
  const shape = shapeOfAnswer(value);
  switch (shape.kind) {
    case "none":
      return <Nothing words="No answer" />;
    case "boolean":
      return <YesOrNo value={shape.value} />;
    case "moment":
      return <ExactTime at={shape.text} />;
    case "choices":
      return <Chips choices={shape.choices} />;
    case "other":
      return <span className="block truncate text-soft text-xs">{JSON.stringify(value)}</span>;
    default:
      return (
        <span
          dir="auto"
          className={`block truncate text-sm ${typeof value === "number" ? "pr-4 text-right tabular-nums" : "text-left"}`}
        >
          {shape.text}
        </span>
      );
  }
}

const MOST_CHIPS = 2;

/** The first choices, and how many more there are: none is cut through but a long one, which ends in dots. */
function Chips({ choices }: { choices: readonly string[] }) {
  const more = choices.slice(MOST_CHIPS);
  return (
    <ul className="flex min-w-0 gap-1">
      {choices.slice(0, MOST_CHIPS).map((choice) => (
        <li key={choice} dir="auto" className={`${CHIP} min-w-0 truncate`}>
          {choice}
        </li>
      ))}
      {more.length > 0 ? (
        <li title={more.join(", ")} className={`${CHIP} shrink-0 tabular-nums`}>
          <span aria-hidden="true">+{more.length}</span>
          <span className="sr-only">{more.join(", ")}</span>
        </li>
      ) : null}
    </ul>
  );
}

export function Nothing({ words }: { words: string }) {
  return (
    <span className="text-soft text-xs">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

function YesOrNo({ value }: { value: boolean }) {
  const Icon = value ? Check : X;
  return (
    <span className="inline-flex items-center gap-1.5 text-sm">
      <Icon aria-hidden="true" size={15} className={value ? "text-approved" : "text-rejected"} />
      {value ? "Yes" : "No"}
    </span>
  );
}
