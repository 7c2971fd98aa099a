/** Who holds how many streams of this process. */
export class StreamPlaces {
  #taken = 0;
  readonly #byHolder = new Map<string, number>();

  constructor(
    private readonly most: number,
    private readonly mostPerHolder: number,
  ) {}

  get isFull(): boolean {
    return this.#taken >= this.most;
  }

  /** Takes a place for all of these holders; answers what gives it back, or null if there is none for one of them. */
  take(holders: ReadonlySet<string>): (() => void) | null {
    const isOneFull = [...holders].some((holder) => this.#heldBy(holder) >= this.mostPerHolder);
    if (this.isFull || isOneFull) return null;
    this.#taken += 1;
    for (const holder of holders) this.#byHolder.set(holder, this.#heldBy(holder) + 1);
    return () => {
      this.#taken -= 1;
      for (const holder of holders) {
        const left = this.#heldBy(holder) - 1;
        if (left > 0) this.#byHolder.set(holder, left);
        else this.#byHolder.delete(holder);
      }
    };
  }

  #heldBy(holder: string): number {
    return this.#byHolder.get(holder) ?? 0;
  }
}
