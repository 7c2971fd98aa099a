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

  /** Takes a place; answers what gives it back, or null if there is none for this holder. */
  take(holder: string): (() => void) | null {
    const own = this.#byHolder.get(holder) ?? 0;
    if (this.isFull || own >= this.mostPerHolder) return null;
    this.#taken += 1;
    this.#byHolder.set(holder, own + 1);
    return () => {
      this.#taken -= 1;
      const left = (this.#byHolder.get(holder) ?? 1) - 1;
      if (left > 0) this.#byHolder.set(holder, left);
      else this.#byHolder.delete(holder);
    };
  }
}
