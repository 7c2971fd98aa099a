import { attachment } from "@/app/api/portal/attachment";
import { handle } from "@/lib/http/handle";
import { writeCalendar } from "@/lib/portal/write-calendar";

export const GET = handle({ actor: "participant" }, async (visitor, request) => {
  const of = new URL(request.url).searchParams.get("of");
  const { fileName, text } = await writeCalendar(visitor, { of });
  return attachment(fileName, "text/calendar; charset=utf-8", text);
});
