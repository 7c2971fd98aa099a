import { z } from "zod";
import { readListAddress, writeListAddress } from "@/lib/list-address/list-address";

const LONGEST = 8_000;
const PARAMETERS = new Set(["status", "f", "q", "sort", "columns"]);

/**
 * The address that a view keeps, in its canonical form: what cannot be understood is refused, where a
 * page would drop it. What belongs to a visit, as who is selected, is no part of it.
 */
export const ViewAddress = z.string().max(LONGEST).transform(readStrictly);

function readStrictly(text: string, context: z.RefinementCtx): string {
  const search = new URLSearchParams(text);
  const { address, dropped } = readListAddress(search);
  const unknown = [...search].filter(([name]) => !PARAMETERS.has(name));
  for (const [name, said] of [...dropped.map((each) => [each.name, each.text]), ...unknown]) {
    context.addIssue({ code: "custom", message: `does not understand ${name}=${said}` });
  }
  return writeListAddress(address).toString();
}
