import type { Metadata } from "next";
import { notFound } from "next/navigation";

export const metadata: Metadata = { title: "Not here" };

/** Every other address of an event: its frame stays. */
export default function UnknownPage(): never {
  notFound();
}
