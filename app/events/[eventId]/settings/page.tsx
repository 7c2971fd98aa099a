import type { Metadata } from "next";
import { loadOverview } from "@/app/events/[eventId]/load-overview";
import { SettingsScreen } from "@/components/settings/settings-screen";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  await loadOverview(eventId);
  return <SettingsScreen eventId={eventId} />;
}
