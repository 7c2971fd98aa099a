"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { newQueryClient } from "@/components/queries/query-client";
import { ToastHost } from "@/components/ui/toast-host";

/** What the pages of organizers stand on in the browser: queries, the URL as state, toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(newQueryClient);
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        {children}
        <ToastHost />
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
