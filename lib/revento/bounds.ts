import { createHash } from "node:crypto";
import { startOf } from "@/lib/start-of";
import type { CutsView } from "./cuts-view";

/**
 * How much of what Revento sends is kept. The contract names no lengths, and a row that is too long for an
 * index, a page or a browser must not keep its event out. Characters are UTF-16 units.
 */
export const LONGEST = {
  /** In bytes of UTF-8: an entry of an index holds several ids, and 2,704 bytes in all. */
  idBytes: 200,
  /** Characters of a status, a role and other words of Revento's own. */
  word: 200,
  /** Characters of the name of a form's field: with what a list's address puts before it, 200. */
  fieldKey: 190,
  /** Characters that are kept of a field's name where it is longer than that. */
  fieldLabel: 2_000,
  /** Characters of a name or a title. */
  name: 500,
  /** Characters of an e-mail address (RFC 5321 §4.5.3.1: 64 + 1 + 255). */
  email: 320,
  /** Characters of a moment. */
  moment: 40,
  /** Characters of what stood in a field that could not be read. */
  rawField: 2_000,
  /** Characters of a description. */
  prose: 20_000,
  /** Bytes of one answer, and its items at any depth. */
  answerBytes: 65_536,
  answerItems: 1_000,
  /** Bytes and fields of a whole form. */
  formBytes: 262_144,
  formFields: 500,
  /** Lists and objects inside each other; what lies deeper is left out. */
  answerDepth: 32,
} as const;

/** What a form answer can be once it is in `jsonb`. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [name: string]: JsonValue };

export type BoundForm = { fields: { [name: string]: JsonValue }; cuts: CutsView | null };

/** PostgreSQL has no NUL in text, and no lone surrogate in `jsonb`: one such letter would fail a page. */
function storable(text: string): string {
  return text.replaceAll("\u0000", "\ufffd").toWellFormed();
}

/** A text of at most `most` characters; "…" stands at the end of one that was longer. */
export function boundText(text: string, most: number): string {
  return storable(text.length <= most ? text : `${startOf(text, most - 1)}…`);
}

/** An id as it is, or its beginning and its hash: equal ids stay equal, different ones different. */
export function boundId(id: string): string {
  if (Buffer.byteLength(id) <= LONGEST.idBytes) return storable(id);
  return storable(`${startOf(id, 30)}…${hashOf(id)}`);
}

/** The name of a field as it is, or its beginning and a part of its hash. */
function boundKey(key: string): string {
  if (key.length <= LONGEST.fieldKey) return storable(key);
  return storable(`${startOf(key, 120)}…${hashOf(key).slice(0, 16)}`);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** The answers of a form, in their order, within all bounds; `cuts` is null where everything is there. */
export function boundForm(answers: Record<string, unknown>): BoundForm {
  const fields: [string, JsonValue][] = [];
  const cut: [string, number][] = [];
  const labels: [string, string][] = [];
  const given = Object.entries(answers);
  let left: number = LONGEST.formBytes;
  for (const [name, answer] of given) {
    if (fields.length >= LONGEST.formFields || left <= 0) break;
    const key = boundKey(name);
    const label = name.length > LONGEST.fieldKey ? boundText(name, LONGEST.fieldLabel) : "";
    if (label !== "") labels.push([key, label]);
    const room = new Room(Math.min(left, LONGEST.answerBytes));
    fields.push([key, room.take(answer, 1)]);
    if (room.isCut) cut.push([key, Buffer.byteLength(JSON.stringify(answer))]);
    left -= room.used + Buffer.byteLength(key) + Buffer.byteLength(label);
  }
  const leftOut = given.length - fields.length;
  const isWhole = cut.length + labels.length + leftOut === 0;
  // Keys are anybody's: `__proto__` and `toString` are names of fields like others.
  const cuts = { answers: Object.fromEntries(cut), leftOut, labels: Object.fromEntries(labels) };
  return { fields: Object.fromEntries(fields), cuts: isWhole ? null : cuts };
}

/** What a number, a flag or the punctuation of an item counts, in bytes. */
const ITEM_BYTES = 8;

/** The room that one answer has. What does not fit is cut: a text ends, lists and objects lose their last items. */
class Room {
  isCut = false;
  used = 0;
  #items: number = LONGEST.answerItems;

  constructor(readonly bytes: number) {}

  /** `depth`: how many lists and objects it lies in, the form among them. */
  take(value: unknown, depth: number): JsonValue {
    if (typeof value === "string") return this.#takeText(value);
    this.used += ITEM_BYTES;
    if (typeof value === "boolean") return value;
    if (typeof value === "number") return Number.isFinite(value) ? value : null;
    if (typeof value !== "object" || value === null || depth >= LONGEST.answerDepth) return null;
    if (Array.isArray(value)) return this.#fit(value, (item) => this.take(item, depth + 1));
    const items = this.#fit(Object.entries(value), ([name, item]): [string, JsonValue] => {
      const key = boundKey(name);
      this.used += Buffer.byteLength(key);
      return [key, this.take(item, depth + 1)];
    });
    return Object.fromEntries(items);
  }

  #fit<T, U>(items: T[], take: (item: T) => U): U[] {
    const taken: U[] = [];
    for (const item of items) {
      if (this.#items <= 0 || this.used >= this.bytes) {
        this.isCut = true;
        break;
      }
      this.#items -= 1;
      taken.push(take(item));
    }
    return taken;
  }

  #takeText(text: string): string {
    const kept = storable(startOfBytes(text, Math.max(0, this.bytes - this.used)));
    if (kept.length < text.length) this.isCut = true;
    this.used += Buffer.byteLength(kept);
    return kept;
  }
}

/** The first `most` bytes of a text in UTF-8, without a letter that would be torn. */
function startOfBytes(text: string, most: number): string {
  // A UTF-16 unit is a byte at least: what is longer is looked at no further.
  const start = startOf(text, most);
  const bytes = Buffer.from(start);
  if (bytes.length <= most) return start;
  return new TextDecoder().decode(bytes.subarray(0, most), { stream: true });
}
