import { AppError } from "@/lib/errors";
import { handleInConsole } from "@/lib/http/handle-in-console";

const refuse = handleInConsole(async () => {
  throw new AppError("not_found", "There is no such address here.");
});

/** An address of the console without a route: only operators learn that there is none. */
async function nothing(request: Request): Promise<Response> {
  return refuse(request, { params: Promise.resolve({}) });
}

export const GET = nothing;
export const POST = nothing;
export const PUT = nothing;
export const PATCH = nothing;
export const DELETE = nothing;
