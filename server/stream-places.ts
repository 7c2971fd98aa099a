/** Who holds how many streams of this process. */
export class StreamPlaces {
  #taken = 0;
  readonly #bySession = new Map<string, number>();

  constructor(
    private readonly most: number,
    private readonly mostPerSession: number,
  ) {}

  get isFull(): boolean {
    return this.#taken >= this.most;
  }

  /** Takes a place; answers what gives it back, or null if there is none for this session. */
  take(sessionHash: string): (() => void) | null {
    const own = this.#bySession.get(sessionHash) ?? 0;
    if (this.isFull || own >= this.mostPerSession) return null;
    this.#taken += 1;
    this.#bySession.set(sessionHash, own + 1);
    return () => {
      this.#taken -= 1;
      const left = (this.#bySession.get(sessionHash) ?? 1) - 1;
      if (left > 0) this.#bySession.set(sessionHash, left);
      else this.#bySession.delete(sessionHash);
    };
  }
}
