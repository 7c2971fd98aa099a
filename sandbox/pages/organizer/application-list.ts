import type { Context } from "hono";
import { type ApplicationList, listApplications } from "../../platform/list-applications";
import type { Platform } from "../../platform/platform";
import type { SandboxEnv } from "../../sandbox-env";
import { pageNumber } from "../pager";

const PAGE_SIZE = 50;

export const STATUSES = [
  "pending",
  "approved",
  "rejected",
  "revision_requested",
  "cancelled",
] as const;

/** One page of an event's applications as an address of the page asks for it. */
export type ApplicationListView = ApplicationList & {
  status: string | undefined;
  search: string;
  page: number;
  pages: number;
  /** The address of this list with another status, search or page. */
  href: (changes: { status?: string | undefined; page?: number }) => string;
};

/** Reads `status`, `q` and `page` of the address; what makes no sense there is left out. */
export function readApplicationList(
  platform: Platform,
  c: Context<SandboxEnv>,
  eventId: string,
): ApplicationListView {
  const status = STATUSES.find((known) => known === c.req.query("status"));
  const search = (c.req.query("q") ?? "").slice(0, 200);
  const list = (page: number) =>
    listApplications(platform, eventId, {
      status,
      search,
      offset: (page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
    });
  const wanted = pageNumber(c.req.query("page"), Number.MAX_SAFE_INTEGER);
  const first = list(wanted);
  const pages = Math.max(1, Math.ceil(first.total / PAGE_SIZE));
  const page = Math.min(wanted, pages);
  const found = page === wanted ? first : list(page);
  return { ...found, status, search, page, pages, href: addressesOf(eventId, { status, search }) };
}

function addressesOf(
  eventId: string,
  now: { status: string | undefined; search: string },
): ApplicationListView["href"] {
  return (changes) => {
    const query = new URLSearchParams();
    const status = "status" in changes ? changes.status : now.status;
    if (status) query.set("status", status);
    if (now.search) query.set("q", now.search);
    if (changes.page && changes.page > 1) query.set("page", String(changes.page));
    const text = query.toString();
    return `/organizer/events/${eventId}${text ? `?${text}` : ""}`;
  };
}
