import { z } from "zod";

const METHODS = z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]);

export const RequestFault = z.object({
  target: z.literal("request"),
  method: METHODS.optional(),
  path: z.string().startsWith("/"),
  /** `empty`: a list that has lost all its rows. `rewrite`: the answer, changed by `set`, `unset` and `headers`. */
  kind: z.enum(["status", "delay", "hang", "cut", "malformed", "empty", "rewrite"]),
  /** Whether the platform does its work first and only the answer suffers. */
  when: z.enum(["before", "after"]).default("before"),
  status: z.number().int().min(400).max(599).optional(),
  /** Of `status`: the code in the body, instead of `internal_error`. */
  error: z.string().min(1).optional(),
  /** Values by the path to them ("data.0.status"); what is on the way is there. */
  set: z.record(z.string(), z.unknown()).optional(),
  unset: z.array(z.string()).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  delay_ms: z.number().min(0).optional(),
  times: z.number().int().min(1).default(1),
});
export type RequestFault = z.output<typeof RequestFault>;

export const DeliveryFault = z.object({
  target: z.literal("delivery"),
  type: z.string().optional(),
  kind: z.enum(["drop", "duplicate", "reorder", "late", "bad_signature"]),
  delay_ms: z.number().min(0).optional(),
  times: z.number().int().min(1).default(1),
});
export type DeliveryFault = z.output<typeof DeliveryFault>;

export const Fault = z.discriminatedUnion("target", [RequestFault, DeliveryFault]);
export type Fault = z.output<typeof Fault>;

/** The faults armed by a test. Each is spent `times` times, in the order they were armed. */
export class FaultBox {
  #faults: Fault[] = [];

  arm(fault: Fault): void {
    this.#faults.push({ ...fault });
  }

  clear(): void {
    this.#faults = [];
  }

  list(): readonly Fault[] {
    return this.#faults;
  }

  takeForRequest(method: string, path: string): RequestFault | undefined {
    for (const fault of this.#faults) {
      if (fault.target !== "request" || !matchesRequest(fault, method, path)) continue;
      this.#spend(fault);
      return fault;
    }
    return undefined;
  }

  takeForDelivery(type: string): DeliveryFault | undefined {
    for (const fault of this.#faults) {
      if (fault.target !== "delivery" || (fault.type && fault.type !== type)) continue;
      this.#spend(fault);
      return fault;
    }
    return undefined;
  }

  #spend(fault: Fault): void {
    fault.times -= 1;
    if (fault.times <= 0) this.#faults = this.#faults.filter((other) => other !== fault);
  }
}

/** A pattern with `:id` stands for exactly that path; one without stands for every path below it. */
function matchesRequest(fault: RequestFault, method: string, path: string): boolean {
  if (fault.method && fault.method !== method) return false;
  if (!fault.path.includes("/:")) return path.startsWith(fault.path);
  const wanted = fault.path.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return false;
  return wanted.every((part, index) => part.startsWith(":") || part === given[index]);
}
