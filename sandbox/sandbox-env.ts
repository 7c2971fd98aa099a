import type { HttpBindings } from "@hono/node-server";
import type { FamilyRow } from "./store/rows";

/** What travels with one request through the platform's routes. */
export type SandboxEnv = {
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    /** The family of the token presented, alive or dead. */
    family: FamilyRow | undefined;
    /** A short name of the very token presented, for the log. */
    tokenId: string | undefined;
    /** Requests of the same token under way when this one was admitted, itself included. */
    inFlight: number | undefined;
  };
};
