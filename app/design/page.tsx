import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DesignScreen } from "@/components/design/design-screen";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Design", robots: "noindex" };

/** The parts that all screens are made of, for whoever works on them. Where it was not asked for, it is not there. */
export default function DesignPage() {
  if (env().FOYER_DESIGN !== "1") notFound();
  return <DesignScreen />;
}
