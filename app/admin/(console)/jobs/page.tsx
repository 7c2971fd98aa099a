import type { Metadata } from "next";
import { readConsoleView } from "@/app/admin/(console)/read-console-view";
import { currentOperator } from "@/app/admin/operator";
import { JobsScreen } from "@/components/console/jobs/jobs-screen";
import { consoleQueries } from "@/components/queries/console-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { getJobs } from "@/lib/console/get-jobs";

export const metadata: Metadata = { title: "Jobs" };

export default async function JobsPage() {
  const view = await readConsoleView(getJobs(await currentOperator()), "/admin/jobs");
  return (
    <Hydrate views={[[consoleQueries.jobs().queryKey, view]]}>
      <JobsScreen />
    </Hydrate>
  );
}
