import { getMyAnswer } from "@/lib/portal/get-my-answer";
import { handleInPortal } from "@/lib/portal-http";

export const GET = handleInPortal((visitor, request) => {
  const search = new URL(request.url).searchParams;
  const [key, offset] = [search.get("key") ?? "", search.get("offset") ?? undefined];
  return getMyAnswer(visitor, { key, offset });
});
