import { isOverloaded } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** Whether the same may go well in a moment: too much was asked at once, or other work held the event. */
export function isBusy(error: unknown): boolean {
  return isOverloaded(error) || (error instanceof AppError && error.code === "busy");
}
