import { Check, X } from "lucide-react";
import { shapeOfAnswer } from "./answer-value";

/** One answer, whatever kind of field it came from. */
export function Answer({ value }: { value: unknown }) {
  const shape = shapeOfAnswer(value);
  switch (shape.kind) {
    case "none":
      return <span className="text-soft">No answer</span>;
    case "boolean":
      return <YesOrNo value={shape.value} />;
    case "choices":
      return (
        <ul className="flex flex-wrap gap-1.5 pt-0.5">
          {shape.choices.map((choice) => (
            <li key={choice} className="rounded-full bg-sunken px-2.5 py-0.5 text-xs" dir="auto">
              {choice}
            </li>
          ))}
        </ul>
      );
    case "other":
      return (
        <pre className="whitespace-pre-wrap rounded-md bg-sunken p-2 text-xs [overflow-wrap:anywhere]">
          {shape.text}
        </pre>
      );
    default:
      return (
        <span
          dir="auto"
          className={`block whitespace-pre-wrap ${isParagraph(shape.text) ? "text-start" : "text-left"}`}
        >
          {shape.text}
        </span>
      );
  }
}

/** A word stands under its label; a text begins where its script begins. */
function isParagraph(text: string): boolean {
  return text.length > 60 || text.includes("\n");
}

function YesOrNo({ value }: { value: boolean }) {
  const Icon = value ? Check : X;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden="true" size={15} className={value ? "text-approved" : "text-rejected"} />
      {value ? "Yes" : "No"}
    </span>
  );
}
