import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import { ZodError } from "zod";
import { AppError } from "@/lib/errors";

type Search = Record<string, string | string[] | undefined>;

/**
 * A verb's view for a page of the console. A browser without an operator's session is led to the sign-in,
 * and from there back; what is not there is a page that does not exist. Of a question that cannot be
 * answered, such as a filter that makes no sense or a cursor that continues nothing, there is no view: the
 * page itself asks and says so.
 */
export async function readConsoleView<T>(
  view: Promise<T>,
  path: string,
  search: Search = {},
): Promise<T | undefined> {
  try {
    return await view;
  } catch (error) {
    if (error instanceof ZodError) return undefined;
    if (!(error instanceof AppError)) throw error;
    if (error.code === "unauthenticated") redirect(signInPath(path, search));
    if (error.code === "not_found") notFound();
    if (error.code === "invalid") return undefined;
    throw error;
  }
}

function signInPath(path: string, search: Search): Route {
  const asked = Object.entries(search).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  const query = new URLSearchParams(asked).toString();
  const back = query === "" ? path : `${path}?${query}`;
  return `/admin/sign-in?return_to=${encodeURIComponent(back)}` as Route;
}
