"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { newQueryClient } from "@/components/queries/query-client";
import { ToastHost } from "@/components/ui/toast-host";
import { TooltipProvider } from "@/components/ui/tooltip";

/** What the pages of organizers stand on in the browser: queries, the URL as state, tooltips. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(newQueryClient);
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        <TooltipProvider>{children}</TooltipProvider>
        <ToastHost />
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
