import type { ReactNode } from "react";

type Props = {
  error: Error | null;
  /** What else is good to know then. */
  children?: ReactNode;
};

/** Why something that was asked for did not happen, where it was asked for. */
export function Failure({ error, children }: Props) {
  return error ? (
    <p role="alert" className="rounded-md bg-rejected-tint px-3 py-2 text-rejected text-sm">
      {error.message} {children}
    </p>
  ) : null;
}
