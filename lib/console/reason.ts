import { z } from "zod";

/** Why an operator does something: whoever reads the trail later, the organizer among them, can tell. */
export const Reason = z.string().trim().min(3).max(500);
