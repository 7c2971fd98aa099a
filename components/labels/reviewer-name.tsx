"use client";

import { createContext, useContext } from "react";

const Reviewers = createContext<Record<string, string>>({});

/** What the team calls those who review, by their id at Revento. */
export const ReviewersProvider = Reviewers;

export function useReviewerNames(): Record<string, string> {
  return useContext(Reviewers);
}

/** Somebody who reviews, by name where the team gave one, by Revento's id otherwise. */
export function ReviewerName({ id }: { id: string }) {
  const names = useReviewerNames();
  if (!Object.hasOwn(names, id)) return <span className="font-mono text-xs">{id}</span>;
  return (
    <span title={id} dir="auto">
      {names[id]}
    </span>
  );
}
