import { OverviewScreen } from "@/components/console/overview/overview-screen";
import { loadConsoleOverview } from "./load-overview";

export default async function ConsolePage() {
  await loadConsoleOverview();
  return <OverviewScreen />;
}
