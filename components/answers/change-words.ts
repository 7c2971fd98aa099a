import { describeStatus } from "@/components/status/describe-status";
import { labelOfField, shapeOfAnswer } from "./answer-value";

/** One change, in words: "Status: Pending, now Approved". */
export function changeWords(field: string, before: unknown, after: unknown): string {
  const show = (value: unknown) =>
    field === "status" ? describeStatus(value as string | null).word : inWords(value);
  return `${labelOfField(field)}: ${show(before)}, now ${show(after)}`;
}

function inWords(value: unknown): string {
  const shape = shapeOfAnswer(value);
  if (shape.kind === "none") return "nothing";
  if (shape.kind === "boolean") return shape.value ? "yes" : "no";
  return shape.kind === "choices" ? shape.choices.join(", ") : shape.text;
}
