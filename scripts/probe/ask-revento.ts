import { randomUUID } from "node:crypto";

/** What the probe is given; a secret that is missing leaves out what needs it. */
export type Access = {
  /** Of the read API, with its path. */
  apiUrl: string;
  eventId: string;
  installationToken: string;
  userToken?: string;
  client?: { id: string; secret: string; integrationId: string };
};

export type Row = Record<string, unknown>;
export type Answer = { status: number; date: string | null; limit: string | null; json: unknown };
type Lists = Record<ListName, Row[]>;

/** All that the probe has read. */
export type Findings = {
  event: Answer;
  lists: Lists;
  /** The first answers of each list. */
  pages: Answer[];
  refusal: Answer;
  profile?: Answer;
  application?: Answer;
  installations?: Answer;
};

const LISTS = {
  participants: "participants",
  activities: "activities",
  days: "program",
  threads: "threads",
  locations: "locations",
  waves: "registration-waves",
} as const;
type ListName = keyof typeof LISTS;

const TIMEOUT_MS = 20_000;
const PAGES_OF_PEOPLE = 2;

/** Reads a little of everything that one connection may read, with a dozen calls of GET. Throws where it may not. */
export async function askRevento(access: Access): Promise<Findings> {
  const { apiUrl, eventId, installationToken, userToken, client } = access;
  const get = (path: string, authorization = `Bearer ${installationToken}`) =>
    ask(`${apiUrl}${path}`, authorization);
  const event = await get(`/events/${eventId}`);
  if (event.status !== 200) throw new Error(`Revento answers ${event.status} for the event.`);
  const pages: Answer[] = [];
  const lists: Lists = {
    participants: [],
    activities: [],
    days: [],
    threads: [],
    locations: [],
    waves: [],
  };
  for (const name of Object.keys(LISTS) as ListName[]) {
    const most = name === "participants" ? PAGES_OF_PEOPLE : 1;
    let cursor = "";
    for (let page = 0; page < most; page += 1) {
      const answer = await get(`/events/${eventId}/${LISTS[name]}?limit=50${cursor}`);
      pages.push(answer);
      const json = rowOf(answer.json);
      lists[name].push(...rowsOf(json.data));
      if (json.has_more !== true || typeof json.next_cursor !== "string") break;
      cursor = `&cursor=${encodeURIComponent(json.next_cursor)}`;
    }
  }
  return {
    event,
    lists,
    pages,
    refusal: await get("/me/profile"),
    ...(userToken && {
      profile: await get("/me/profile", `Bearer ${userToken}`),
      application: await get("/me/application", `Bearer ${userToken}`),
    }),
    ...(client && {
      installations: await get(
        `/developer/integrations/${client.integrationId}/installations?limit=50`,
        `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`,
      ),
    }),
  };
}

async function ask(url: string, authorization: string): Promise<Answer> {
  const response = await fetch(url, {
    headers: {
      Authorization: authorization,
      Accept: "application/vnd.revento.v1+json",
      "X-Revento-Request-Id": randomUUID(),
    },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: "error",
  });
  const text = await response.text();
  return {
    status: response.status,
    date: response.headers.get("date"),
    limit: response.headers.get("x-ratelimit-limit"),
    json: jsonOf(text),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An object as it is; anything else as one without fields. */
export function rowOf(value: unknown): Row {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Row) : {};
}

function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.map(rowOf) : [];
}
