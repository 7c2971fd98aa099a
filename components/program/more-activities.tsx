"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { Growing } from "./use-growing";

type Props = { growing: Growing; left: number };

/** The end of what is drawn: more comes when it is near, or by a button; and what there is besides, in words. */
export function MoreActivities({ growing: { shown, total, grow }, left }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const hasMore = shown < total;
  useEffect(() => {
    if (!hasMore || !end.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) grow();
      },
      { rootMargin: "800px" },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasMore, grow]);
  if (!hasMore && left === 0) return null;
  return (
    <div ref={end} className="mt-6 grid justify-items-center gap-2 text-soft text-sm">
      {hasMore ? (
        <>
          <p>
            {shown.toLocaleString("en-GB")} of {total.toLocaleString("en-GB")} activities
          </p>
          <Button onClick={grow}>Show more</Button>
        </>
      ) : null}
      {left > 0 ? (
        <p>
          {left.toLocaleString("en-GB")} later activities have no room on this page. Revento has
          them.
        </p>
      ) : null}
    </div>
  );
}
