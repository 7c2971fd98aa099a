import { getJobs } from "@/lib/console/get-jobs";
import { handle } from "@/lib/http/handle";

export const GET = handle({ actor: "operator" }, (actor) => getJobs(actor));
