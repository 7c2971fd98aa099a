"use client";

import { useMutation } from "@tanstack/react-query";
import { send } from "@/components/queries/send";

/**
 * Signs out of this event's portal, in this browser or in all of them, and begins at the door anew, so that
 * nothing of the person stays in the memory of the page.
 */
export function useSignOut(eventId: string) {
  return useMutation({
    mutationFn: (everywhere: boolean) =>
      send<null>({
        method: "POST",
        path: `/api/portal/${encodeURIComponent(eventId)}/sign-out`,
        body: { everywhere },
      }),
    onSuccess: () => location.replace(`/portal/${encodeURIComponent(eventId)}`),
  });
}
