import { notFound, redirect } from "next/navigation";
import { AppError } from "@/lib/errors";

/**
 * A verb's view for a page. An event that is not theirs is a page that does not exist; a browser
 * without a session is led to its (empty) list of events, where it can connect one.
 */
export async function readView<T>(view: Promise<T>): Promise<T> {
  try {
    return await view;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    if (error instanceof AppError && error.code === "unauthenticated") redirect("/events");
    throw error;
  }
}
