import { AsyncLocalStorage } from "node:async_hooks";

/** Whoever asks as a page does: for addresses without a host, with a cookie. */
export type Asker = { appUrl: string; cookie: string; onAnswer: (status: number) => void };

const asking = new AsyncLocalStorage<Asker>();
const fetchAsEver = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const asker = asking.getStore();
  if (!asker || typeof input !== "string" || !input.startsWith("/")) {
    return fetchAsEver(input, init);
  }
  const { appUrl, cookie, onAnswer } = asker;
  const answer = await fetchAsEver(appUrl + input, {
    ...init,
    headers: { ...init?.headers, cookie },
  });
  onAnswer(answer.status);
  return answer;
};

/** Runs what a page does, and all that comes of it, so that its queries ask as that page. */
export function asPage<T>(asker: Asker, work: () => T): T {
  return asking.run(asker, work);
}
