import { attachment } from "@/app/api/portal/attachment";
import { handleInPortal } from "@/lib/http/handle-in-portal";
import { getMyData } from "@/lib/portal/get-my-data";

export const GET = handleInPortal(async (visitor) => {
  const data = await getMyData(visitor);
  const body = `${JSON.stringify(data, null, 2)}\n`;
  return attachment(`foyer-${data.eventId}-my-data.json`, "application/json", body);
});
