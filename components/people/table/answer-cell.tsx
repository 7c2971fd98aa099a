import { Check, X } from "lucide-react";
import { shapeOfAnswer } from "@/components/answers/answer-value";
import { ExactTime } from "@/components/time/exact-time";

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
      return (
        <ul className="flex gap-1 overflow-hidden">
          {shape.choices.map((choice) => (
            <li
              key={choice}
              dir="auto"
              className="max-w-full shrink-0 truncate rounded-full bg-sunken px-2 py-0.5 text-xs"
            >
              {choice}
            </li>
          ))}
        </ul>
      );
    case "other":
      return <span className="block truncate text-soft text-xs">{JSON.stringify(value)}</span>;
    default:
      return (
        <span
          dir="auto"
          className={`block truncate text-left text-sm ${typeof value === "number" ? "tabular-nums" : ""}`}
        >
          {shape.text}
        </span>
      );
  }
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
