import { z } from "zod";
import { startOf } from "@/lib/start-of";
import { ConnectRefusal } from "./connect-refusal";

const Callback = z.union([
  z.object({
    state: z.string().min(1),
    error: z.string().min(1),
    // RFC 6749 4.1.2.1: for developers, but the only thing that says why.
    error_description: z.string().transform(readSentence).optional(),
  }),
  z.object({
    state: z.string().min(1),
    code: z.string().min(1).max(4_096),
    error: z.undefined().optional(),
  }),
]);
export type Callback = z.output<typeof Callback>;

const LONGEST_SENTENCE = 300;

/** What of a foreign sentence can be shown: in one line, and not without end. */
function readSentence(text: string): string {
  const line = text.replaceAll(/[\p{C}\s]+/gu, " ").trim();
  return line.length <= LONGEST_SENTENCE ? line : `${startOf(line, LONGEST_SENTENCE)}…`;
}

/** Reads what Revento sent the browser back with. Throws ConnectRefusal `malformed_callback`. */
export function readCallback(query: URLSearchParams): Callback {
  const names = [...query.keys()];
  const isDoubled = new Set(names).size !== names.length;
  const callback = Callback.safeParse(Object.fromEntries(query));
  if (isDoubled || !callback.success) throw new ConnectRefusal("malformed_callback");
  return callback.data;
}
