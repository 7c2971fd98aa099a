import { headers } from "next/headers";
import { cache } from "react";
import { visitorOf } from "@/lib/portal/portal-cookie";
import type { Visitor } from "@/lib/portal/visitor";

/**
 * Who asks for the portal page that is being rendered. By the header, as in the routes: of two cookies of
 * one name (a frame on our own site may bring two) Next takes the other one.
 */
export const currentVisitor = cache(async (eventId: string): Promise<Visitor> => {
  return visitorOf((await headers()).get("cookie"), eventId);
});
