import { attachment } from "@/app/api/portal/attachment";
import { getMyData } from "@/lib/portal/get-my-data";
import { handleInPortal } from "@/lib/portal-http";

export const GET = handleInPortal(async (visitor) => {
  const data = await getMyData(visitor);
  const body = `${JSON.stringify(data, null, 2)}\n`;
  return attachment(`foyer-${data.eventId}-my-data.json`, "application/json", body);
});
