import { ReventoError } from "@/lib/revento/errors";

/** A list of which so many pages in a row have nothing new is going in a circle. */
const MOST_WITHOUT_NEWS = 3;
/** More ids than any event has. A run that has seen so many starts to count again. */
const MOST_IDS = 500_000;

/** Whether the pages of a run bring anything new, whatever their cursors are. */
export class PageProgress {
  #list = "";
  #seen = new Set<string>();
  #withoutNews = 0;

  /** Throws ReventoError `endless_pages` when the pages of a list lead nowhere. */
  note(
    list: string,
    { ids, nextCursor }: { ids: readonly string[]; nextCursor: string | null },
  ): void {
    if (list !== this.#list || this.#seen.size > MOST_IDS) {
      this.#list = list;
      this.#seen = new Set();
      this.#withoutNews = 0;
    }
    const before = this.#seen.size;
    for (const id of ids) this.#seen.add(id);
    this.#withoutNews = this.#seen.size > before ? 0 : this.#withoutNews + 1;
    if (nextCursor === null || this.#withoutNews < MOST_WITHOUT_NEWS) return;
    throw new ReventoError("refused", { code: "endless_pages" });
  }
}
