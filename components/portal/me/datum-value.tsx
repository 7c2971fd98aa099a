import { Answer } from "@/components/answers/answer";
import { ExactTime } from "@/components/time/exact-time";
import { datumLabel, shapeOfDatum } from "./datum-words";

/** One thing Foyer holds, whatever it is; what has parts is shown part by part. */
export function DatumValue({ value }: { value: unknown }) {
  const shape = shapeOfDatum(value);
  if (shape.kind === "moment") return <ExactTime at={shape.at} />;
  if (shape.kind === "answer") return <Answer value={value} />;
  return (
    <dl className="grid gap-1.5 border-line border-l-2 pl-3">
      {shape.parts.map(([name, part]) => (
        <div key={name}>
          <dt className="text-soft text-xs">{datumLabel(name)}</dt>
          <dd>
            <DatumValue value={part} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
