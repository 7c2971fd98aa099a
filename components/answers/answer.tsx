import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { ExactTime } from "@/components/time/exact-time";
import { labelOfField, shapeOfAnswer } from "./answer-value";
import { FoldedText } from "./folded-text";
import { LinkedText } from "./linked-text";

const DEEPEST = 3;

type Props = {
  value: unknown;
  depth?: number;
  /** What follows a long text once it is open. */
  more?: ReactNode;
};

/** One answer, whatever kind of field it came from. */
export function Answer({ value, depth = 0, more }: Props) {
  const shape = shapeOfAnswer(value);
  switch (shape.kind) {
    case "none":
      return <span className="text-soft">No answer</span>;
    case "boolean":
      return <YesOrNo value={shape.value} />;
    case "moment":
      return <ExactTime at={shape.text} />;
    case "choices":
      return <Choices value={value} choices={shape.choices} depth={depth} />;
    case "other":
      return <Parts value={value} text={shape.text} depth={depth} />;
    default:
      return (
        <FoldedText text={shape.text} more={more}>
          <span
            dir="auto"
            className={`block whitespace-pre-wrap ${isParagraph(shape.text) ? "text-start" : "text-left"}`}
          >
            <LinkedText text={shape.text} />
          </span>
        </FoldedText>
      );
  }
}

/** A word stands under its label; a text begins where its script begins. */
function isParagraph(text: string): boolean {
  return text.length > 60 || text.includes("\n");
}

type ChoicesProps = { value: unknown; choices: string[]; depth: number };

/** Short choices stand side by side; what has parts of its own stands one below the other. */
function Choices({ value, choices, depth }: ChoicesProps) {
  const items: unknown[] = Array.isArray(value) ? value : choices;
  const hasParts = items.some((item) => typeof item === "object" && item !== null);
  if (hasParts && depth < DEEPEST) {
    return (
      <ol className="grid gap-2 border-line border-l-2 pl-3">
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the items of one answer never change places
          <li key={`${at} ${choices[at]}`}>
            <Answer value={item} depth={depth + 1} />
          </li>
        ))}
      </ol>
    );
  }
  return (
    <ul className="flex flex-wrap gap-1.5 pt-0.5">
      {choices.map((choice, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the items of one answer never change places
          key={`${at} ${choice}`}
          className="max-w-full rounded-lg bg-sunken px-2.5 py-0.5 text-xs [overflow-wrap:anywhere]"
          dir="auto"
        >
          {choice}
        </li>
      ))}
    </ul>
  );
}

/** An answer of several parts, each under its name; what lies too deep as Revento has it. */
function Parts({ value, text, depth }: { value: unknown; text: string; depth: number }) {
  const parts = Object.entries(value ?? {});
  if (depth >= DEEPEST || parts.length === 0) {
    return (
      <pre className="whitespace-pre-wrap rounded-md bg-sunken p-2 text-xs [overflow-wrap:anywhere]">
        {text}
      </pre>
    );
  }
  return (
    <dl className="grid gap-2 border-line border-l-2 pl-3">
      {parts.map(([key, part]) => (
        <div key={key}>
          <dt className="text-soft text-xs [overflow-wrap:anywhere]">{labelOfField(key)}</dt>
          <dd className="[overflow-wrap:anywhere]">
            <Answer value={part} depth={depth + 1} />
          </dd>
        </div>
      ))}
    </dl>
  );
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
