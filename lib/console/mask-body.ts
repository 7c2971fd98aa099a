/** What may be read without breaking the glass, by the name of a field; whatever is not here is masked. */
type Rule = (value: unknown) => boolean;

const isShaped =
  (pattern: RegExp): Rule =>
  (value) =>
    typeof value === "string" && pattern.test(value);
const isId = isShaped(/^[A-Za-z0-9_-]{1,100}$/);
const isWord = isShaped(/^[a-z][a-z0-9_]{0,40}$/);
const isType = isShaped(/^[a-z][a-z0-9_]{0,40}(\.[a-z][a-z0-9_]{0,40}){0,3}$/);
const isMoment = isShaped(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/);
const isZone = isShaped(/^[A-Z][A-Za-z]{1,30}(\/[A-Z][A-Za-z_]{1,30}){0,2}$/);
const isNumber: Rule = (value) => typeof value === "number";
const isText: Rule = (value) => typeof value === "string";

const WORDS = [
  "application_status",
  "capacity_state",
  "kind",
  "last_review_action",
  "min_age",
  "publish_status",
  "role",
  "state",
  "status",
];
const NUMBERS = ["capacity", "participant_count", "position", "signed_up_count", "waitlist_count"];

const PLAIN = new Map<string, Rule>([
  ["id", isId],
  ["type", isType],
  ["timezone", isZone],
  ...WORDS.map((name) => [name, isWord] as const),
  ...NUMBERS.map((name) => [name, isNumber] as const),
]);

/** Texts that are about the event or about us, never about a participant, by the type they come in. */
const TEXTS: [type: RegExp, names: string[]][] = [
  [
    /^(activity\.(updated|capacity_state_changed)|event\.(published|unpublished|updated))$/,
    ["title"],
  ],
  [/^integration\.suspended$/, ["reason"]],
];

/** What a mask says instead, where the name tells it. */
const NOUNS: Record<string, string> = {
  name: "name",
  display_name: "name",
  email: "e-mail address",
  custom_form_fields: "form answers",
};

/**
 * The body of a delivery as operators see it: pretty JSON in which ids, types, words of a fixed kind,
 * moments and the program's numbers stay, and everything else is replaced by what kind of thing it is. An
 * allow-list: a field that nobody here has heard of is masked with its name, if that is no plain name. Of
 * a body that is no JSON only its length is told.
 */
export function maskBody(type: string, body: Uint8Array): string {
  const envelope = readObject(body);
  if (!envelope) return maskOf(`${body.length} bytes that are not a JSON object`);
  const texts = TEXTS.find(([pattern]) => pattern.test(type))?.[1] ?? [];
  const { data, ...around } = envelope;
  const masked = maskFields(around, []);
  if (isObject(data)) masked.data = maskFields(data, texts);
  else if (data !== undefined) masked.data = maskValue("data", data, []);
  return JSON.stringify(masked, null, 2);
}

/**
 * One field and its value as operators see them, by the rules of {@link maskBody}. Of an answer of a form nothing
 * but its kind is shown, whatever it is called.
 */
export function maskField(
  name: string,
  value: unknown,
  { isAnswer }: { isAnswer: boolean },
): [name: string, value: string] {
  const shown =
    isAnswer && value !== null ? maskOf(kindOf(value)) : maskValue(name, value ?? null, []);
  return [isWord(name) ? name : maskOf("field"), shown === null ? "nothing" : String(shown)];
}

function readObject(body: Uint8Array): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function maskFields(fields: Record<string, unknown>, texts: string[]): Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, value], at) => {
    const shownName = isWord(name) ? name : maskOf(`field ${at + 1}`);
    return [shownName, maskValue(name, value, texts)] as const;
  });
  return Object.fromEntries(entries);
}

function maskValue(name: string, value: unknown, texts: string[]): unknown {
  if (value === null || isPlain(name, value)) return value;
  if (texts.includes(name) && isText(value)) return value;
  return maskOf(NOUNS[name] ?? kindOf(value));
}

function isPlain(name: string, value: unknown): boolean {
  const rule = PLAIN.get(name);
  if (rule) return rule(value);
  if (name.endsWith("_id")) return isId(value);
  return name.endsWith("_at") && isMoment(value);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  if (typeof value === "object") return "object";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "yes or no";
  return "text";
}

function maskOf(kind: string): string {
  return `‹${kind}›`;
}
