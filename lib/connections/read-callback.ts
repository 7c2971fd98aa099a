import { z } from "zod";
import { ConnectRefusal } from "./connect-refusal";

const Callback = z.union([
  z.object({ state: z.string().min(1), error: z.string().min(1) }),
  z.object({
    state: z.string().min(1),
    code: z.string().min(1).max(4_096),
    error: z.undefined().optional(),
  }),
]);
export type Callback = z.output<typeof Callback>;

/** Reads what Revento sent the browser back with. Throws ConnectRefusal `malformed_callback`. */
export function readCallback(query: URLSearchParams): Callback {
  const names = [...query.keys()];
  const isDoubled = new Set(names).size !== names.length;
  const callback = Callback.safeParse(Object.fromEntries(query));
  if (isDoubled || !callback.success) throw new ConnectRefusal("malformed_callback");
  return callback.data;
}
