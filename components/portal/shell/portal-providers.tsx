"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { newPortalQueryClient } from "./portal-query-client";

/** What the portal stands on in the browser of somebody who is signed in. */
export function PortalProviders({ eventId, children }: { eventId: string; children: ReactNode }) {
  const [client] = useState(() => newPortalQueryClient(eventId));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
