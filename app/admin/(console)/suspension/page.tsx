import type { Metadata } from "next";
import { loadConsoleOverview } from "@/app/admin/(console)/load-overview";
import { SuspensionScreen } from "@/components/console/suspension/suspension-screen";

export const metadata: Metadata = { title: "Suspension" };

export default async function SuspensionPage() {
  await loadConsoleOverview("/admin/suspension");
  return <SuspensionScreen />;
}
