import type { Metadata } from "next";
import { NoPortalPage } from "@/components/portal/door/no-portal-page";

export const metadata: Metadata = { title: "No portal here" };

export default function NotFound() {
  return <NoPortalPage />;
}
