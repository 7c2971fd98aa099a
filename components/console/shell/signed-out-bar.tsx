"use client";

import { LogIn } from "lucide-react";
import { usePathname } from "next/navigation";
import { ApiError } from "@/components/queries/api-error";
import { buttonLook } from "@/components/ui/button-look";

/** Says that the session is over; what is on the page stays readable, and nothing is fetched any more. */
export function SignedOutBar({ error }: { error: Error | null }) {
  const pathname = usePathname();
  if (!(error instanceof ApiError) || error.status !== 401) return null;
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-pending-tint px-4 py-3 text-pending text-sm sm:px-6"
    >
      <p className="min-w-48 flex-1">
        <strong className="font-semibold">Your session has ended.</strong> What you see is no longer
        refreshed.
      </p>
      <a
        href={`/admin/sign-in?return_to=${encodeURIComponent(pathname)}`}
        className={buttonLook("primary")}
      >
        <LogIn aria-hidden="true" size={15} />
        Sign in again
      </a>
    </div>
  );
}
