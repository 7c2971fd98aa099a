"use client";

import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";

type Props<View> = { queryKey: QueryKey; view: View; children: ReactNode };

/**
 * `Hydrate` for pages that load their queries only when somebody is signed in: the server hands over the
 * plain view, and nothing of TanStack Query belongs to the page itself.
 */
export function HydrateInBrowser<View>({ queryKey, view, children }: Props<View>) {
  const key = JSON.stringify(queryKey);
  const state = useMemo(() => {
    const client = new QueryClient();
    client.setQueryData(JSON.parse(key), view);
    return dehydrate(client);
  }, [key, view]);
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>;
}
