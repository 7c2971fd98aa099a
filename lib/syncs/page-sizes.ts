import { PAGE_SIZE } from "@/lib/revento/read-api";

/** Rows of a page, by how often it was too large. */
const SIZES = [PAGE_SIZE, 10, 1];

/**
 * How many rows a run asks for at a time: fewer where a page of as many is too large to be read, and as many
 * as before after so many rows.
 */
export class PageSizes {
  #at = 0;
  #rowsLeft = 0;

  get limit(): number {
    return SIZES[this.#at] ?? 1;
  }

  /** Asks for fewer from now on. False where one row alone is too large. */
  shrink(): boolean {
    if (this.#at === SIZES.length - 1) return false;
    this.#rowsLeft = this.limit;
    this.#at += 1;
    return true;
  }

  /** A page was read. */
  grow(): void {
    if (this.#at === 0) return;
    this.#rowsLeft -= this.limit;
    if (this.#rowsLeft > 0) return;
    this.#at -= 1;
    this.#rowsLeft = SIZES[this.#at - 1] ?? 0;
  }
}
