import { getJobs } from "@/lib/console/get-jobs";
import { handleInConsole } from "@/lib/http/handle-in-console";

export const GET = handleInConsole((actor) => getJobs(actor));
