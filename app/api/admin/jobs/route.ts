import { getJobs } from "@/lib/console/get-jobs";
import { handleInConsole } from "@/lib/console-http";

export const GET = handleInConsole((actor) => getJobs(actor));
