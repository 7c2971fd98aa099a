import { z } from "zod";

/** Revento's id of an event, `evt_…` (contract 4.6). Opaque beyond its prefix. */
export const EventId = z.string().regex(/^evt_[A-Za-z0-9_-]{1,80}$/, "is not an event id");
