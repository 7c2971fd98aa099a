import type { Metadata } from "next";
import type { ReactNode } from "react";
import { currentOperator } from "@/app/admin/operator";
import { ConsoleShell } from "@/components/console/shell/console-shell";
import { consoleQueries } from "@/components/queries/console-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { Providers } from "@/components/shell/providers";
import { NowProvider } from "@/components/time/now-provider";
import { loadConsoleOverview } from "./load-overview";
import { loadSession } from "./load-session";

export const metadata: Metadata = {
  title: { default: "Console", template: "%s · Console · Foyer" },
  robots: { index: false },
};

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { operatorSessionHash } = await currentOperator();
  // The page beneath knows where it is, and leads to the sign-in and back.
  if (operatorSessionHash === null) return children;
  const views = [
    [consoleQueries.overview().queryKey, await loadConsoleOverview()],
    [consoleQueries.me().queryKey, await loadSession()],
  ] as const;
  return (
    <Providers>
      <NowProvider initial={Date.now()}>
        <Hydrate views={views}>
          <ConsoleShell>{children}</ConsoleShell>
        </Hydrate>
      </NowProvider>
    </Providers>
  );
}
