import { z } from "zod";
import { env } from "@/lib/env";
import { ReventoError } from "./errors";
import { requestAs } from "./request-api";

/** A connection as Revento keeps it. `status` is Revento's word (A), null where it says none. */
export type ListedInstallation = {
  eventId: string;
  organizationId: string;
  status: string | null;
};

const PAGE_SIZE = 50;
/** A list whose cursors lead in a circle would be read for ever. */
const MOST_PAGES = 4_000;

const Page = z.object({
  data: z.array(
    z.object({
      event_id: z.string().min(1),
      organization_id: z.string().min(1),
      status: z.string().nullish(),
    }),
  ),
  next_cursor: z.string().min(1).nullish(),
  has_more: z.boolean(),
});

/**
 * Every connection of the integration as Revento keeps it, read whole under our client's credentials
 * (contract 4, last row). Throws ReventoError; what is not as the contract says is unavailable as a whole,
 * because half a list must never pass for one.
 */
export async function listInstallations(signal?: AbortSignal): Promise<ListedInstallation[]> {
  const listed: ListedInstallation[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await readPage(cursor, signal);
    for (const row of page.data) {
      const { event_id: eventId, organization_id: organizationId, status = null } = row;
      listed.push({ eventId, organizationId, status });
    }
    if (!page.has_more) return listed;
    if (!page.next_cursor || page.next_cursor === cursor) break;
    cursor = page.next_cursor;
  }
  throw new ReventoError("unavailable", { code: "malformed_answer" });
}

async function readPage(
  cursor: string | null,
  signal: AbortSignal | undefined,
): Promise<z.output<typeof Page>> {
  const { REVENTO_CLIENT_ID, REVENTO_CLIENT_SECRET, REVENTO_INTEGRATION_ID } = env();
  const credentials = Buffer.from(`${REVENTO_CLIENT_ID}:${REVENTO_CLIENT_SECRET}`);
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (cursor !== null) query.set("cursor", cursor);
  const answer = await requestAs(
    `Basic ${credentials.toString("base64")}`,
    `/developer/integrations/${encodeURIComponent(REVENTO_INTEGRATION_ID)}/installations?${query}`,
    signal,
  );
  const page = Page.safeParse(answer.json);
  if (page.success) return page.data;
  const { requestId } = answer;
  throw new ReventoError("unavailable", {
    code: "malformed_answer",
    requestId,
    cause: page.error,
  });
}
