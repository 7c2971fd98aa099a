import { redirect } from "next/navigation";
import { loadEntry } from "@/app/portal/[eventId]/load-entry";

type Props = { params: Promise<{ eventId: string }> };

/** Every other address of a portal leads to its door. */
export default async function UnknownPage({ params }: Props): Promise<never> {
  const { eventId } = await params;
  await loadEntry(eventId);
  redirect(`/portal/${eventId}`);
}
