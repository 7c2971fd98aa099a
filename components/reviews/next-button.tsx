"use client";

import { StepForward } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-look";
import { useNext } from "./use-next";

type Props = { eventId: string; look?: ButtonLook };

/** Opens what is to be reviewed next. */
export function NextButton({ eventId, look = "primary" }: Props) {
  const next = useNext(eventId);
  return (
    <Button
      look={look}
      disabled={next.isPending}
      focusableWhenDisabled
      title="Next for me (G, then N)"
      aria-keyshortcuts="G N"
      onClick={() => next.mutate()}
    >
      <StepForward aria-hidden="true" size={16} />
      Next for me
    </Button>
  );
}
