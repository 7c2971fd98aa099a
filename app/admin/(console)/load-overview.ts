import { cache } from "react";
import { currentOperator } from "@/app/admin/operator";
import { getConsoleOverview } from "@/lib/console/get-console-overview";
import { readConsoleView } from "./read-console-view";

/** What every page of the console begins with, read once for the layout and the page. */
export const loadConsoleOverview = cache(async (path = "/admin") =>
  readConsoleView(getConsoleOverview(await currentOperator()), path),
);
