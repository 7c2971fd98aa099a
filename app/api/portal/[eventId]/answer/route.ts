import { handle } from "@/lib/http/handle";
import { getMyAnswer } from "@/lib/portal/get-my-answer";

export const GET = handle({ actor: "participant" }, (visitor, request) => {
  const search = new URL(request.url).searchParams;
  const [key, offset] = [search.get("key") ?? "", search.get("offset") ?? undefined];
  return getMyAnswer(visitor, { key, offset });
});
