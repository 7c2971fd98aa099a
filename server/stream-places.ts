/** What a process has room for. */
export type PlaceLimits = {
  most: number;
  /** Of an organizer's session, or of a participant of one event: a browser holds one, and each frame one more. */
  mostPerHolder: number;
};

/** Whose stream it is: everybody who is counted, and the portals that it follows. */
export type Holder = { countedBy: ReadonlySet<string>; portals: ReadonlySet<string> };

/** Of all places the portals of one event may hold so many, and those of all events. */
const SHARE_OF_ONE_PORTAL = 1 / 2;
const SHARE_OF_PORTALS = 9 / 10;

/** Who holds how many streams of this process. A full portal leaves room for organizers and for other events. */
export class StreamPlaces {
  #taken = 0;
  #takenByPortals = 0;
  readonly #held = new Map<string, number>();

  constructor(private readonly limits: PlaceLimits) {}

  /**
   * Takes a place. Answers what gives it back; `too_many` where one of those who are counted holds as many as they
   * may, `full` where there is no room.
   */
  take({ countedBy, portals }: Holder): (() => void) | "too_many" | "full" {
    const { most, mostPerHolder } = this.limits;
    if ([...countedBy].some((holder) => this.#heldBy(holder) >= mostPerHolder)) return "too_many";
    const names = [...portals].map((eventId) => `portal ${eventId}`);
    const isFull =
      this.#taken >= most ||
      (portals.size > 0 && this.#takenByPortals >= most * SHARE_OF_PORTALS) ||
      names.some((name) => this.#heldBy(name) >= most * SHARE_OF_ONE_PORTAL);
    if (isFull) return "full";
    const held = [...countedBy, ...names];
    this.#count(held, portals.size > 0, 1);
    return () => this.#count(held, portals.size > 0, -1);
  }

  #count(held: readonly string[], isOfPortal: boolean, by: 1 | -1): void {
    this.#taken += by;
    if (isOfPortal) this.#takenByPortals += by;
    for (const name of held) {
      const count = this.#heldBy(name) + by;
      if (count > 0) this.#held.set(name, count);
      else this.#held.delete(name);
    }
  }

  #heldBy(name: string): number {
    return this.#held.get(name) ?? 0;
  }
}
