import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from "@tanstack/react-query";
import type { ReactNode } from "react";

type Props = { views: readonly (readonly [QueryKey, unknown])[]; children: ReactNode };

/** Hands what the server has read to the queries of the browser, so that the first paint asks for nothing. */
export function Hydrate({ views, children }: Props) {
  const client = new QueryClient();
  for (const [key, view] of views) client.setQueryData(key, view);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
