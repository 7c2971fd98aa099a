import { currentOperator } from "@/app/admin/operator";
import { getOwnSession } from "@/lib/operators/get-own-session";
import { readConsoleView } from "./read-console-view";

/** Who is signed in to the console, and for how long. */
export async function loadSession() {
  return readConsoleView(getOwnSession(await currentOperator()), "/admin");
}
