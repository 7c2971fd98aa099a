"use client";

import { createContext, useContext } from "react";
import type { LabelView } from "@/lib/reviews/label-view";

/** What ids of labels and of the team's members stand for. */
export type ReviewNames = {
  labels: ReadonlyMap<string, LabelView>;
  members: ReadonlyMap<string, string>;
};

const NONE: ReviewNames = { labels: new Map(), members: new Map() };

const Names = createContext<ReviewNames>(NONE);

export const ReviewNamesProvider = Names;

export function useReviewNames(): ReviewNames {
  return useContext(Names);
}

/** Somebody of the team; without a name until one has been given, or is loaded. */
export function MemberName({ id }: { id: string }) {
  const { members } = useReviewNames();
  return <span dir="auto">{members.get(id) ?? "Somebody"}</span>;
}
