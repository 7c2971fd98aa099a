import { attachment } from "@/app/api/portal/attachment";
import { handle } from "@/lib/http/handle";
import { getMyData } from "@/lib/portal/get-my-data";

export const GET = handle({ actor: "participant" }, async (visitor) => {
  const data = await getMyData(visitor);
  const body = `${JSON.stringify(data, null, 2)}\n`;
  return attachment(`foyer-${data.eventId}-my-data.json`, "application/json", body);
});
