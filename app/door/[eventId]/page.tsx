import { DoorOpen } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentActor } from "@/app/actor";
import { readView } from "@/app/read-view";
import { PlainShell } from "@/components/shell/plain-shell";
import { Notice } from "@/components/ui/notice";
import { AppError } from "@/lib/errors";
import type { DoorView } from "@/lib/members/door-view";
import { getDoorInEvent } from "@/lib/members/get-door-in-event";

export const metadata: Metadata = { title: "Door" };

export default async function DoorPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  const { title } = await readDoor(eventId);
  return (
    <PlainShell>
      <h1 className="text-center font-display text-2xl text-balance" dir="auto">
        {title ?? "Your event"}
      </h1>
      <Notice
        icon={DoorOpen}
        title="The door is not open yet"
        text="You have a seat at the door of this event. Nothing can be done here so far: whoever invited you will tell you when it begins."
      />
    </PlainShell>
  );
}

/** Whoever has other things to do in the event is led to them. */
async function readDoor(eventId: string): Promise<DoorView> {
  try {
    return await readView(getDoorInEvent(await currentActor(), { eventId }));
  } catch (error) {
    if (error instanceof AppError && error.code === "forbidden") redirect(`/events/${eventId}`);
    throw error;
  }
}
