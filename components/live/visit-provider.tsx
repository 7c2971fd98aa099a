"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { VisitView } from "@/lib/members/visit-view";

const Visit = createContext<VisitView>({ since: null, applied: 0 });

type Props = { visit: VisitView; children: ReactNode };

/** What is new to whoever looks, as it was when they came. */
export function VisitProvider({ visit, children }: Props) {
  return <Visit value={visit}>{children}</Visit>;
}

export const useVisit = () => useContext(Visit);
