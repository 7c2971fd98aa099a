"use client";

import { Eraser } from "lucide-react";
import { connectionWords } from "@/components/labels/connection-words";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";

/** All there is to see of an event while everything of it is being deleted. */
export function ErasingPage({ erasureId }: { erasureId: string | undefined }) {
  const { title, text } = connectionWords("erasing", "");
  return (
    <Notice icon={Eraser} role="status" title={title} text={text}>
      <div className="w-64 max-w-full">
        <Progress label={title} value={null} />
      </div>
      {erasureId ? (
        <p className="w-full text-soft text-xs">
          When it is done, this page leads to the certificate.
        </p>
      ) : null}
    </Notice>
  );
}
