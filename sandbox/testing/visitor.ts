/** What a person fills in or ticks; a list stands for several ticked boxes, [] for none. */
export type Filled = Record<string, string | readonly string[]>;

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/**
 * A person in front of the sandbox's pages: opens them, presses buttons by their name, keeps cookies,
 * and follows redirects until one leads to another site.
 */
export class Visitor {
  readonly #home: string;
  readonly #cookies = new Map<string, string>();
  /** The page in front of them. */
  html = "";
  status = 0;
  path = "";
  /** Where a redirect led them away to. */
  left: URL | undefined;

  constructor(home: string) {
    this.#home = home;
  }

  signInAs(userId: string): this {
    this.#cookies.set("revento_person", userId);
    return this;
  }

  /** Opens a path of the sandbox, or an address of it. */
  async open(address: string | URL): Promise<this> {
    return this.#go(new URL(address, this.#home), { method: "GET" });
  }

  /** What the page says, without its markup. */
  get text(): string {
    return textOf(this.html);
  }

  /** Presses the button of this name, in the table row or section that contains `within`. */
  async press(name: string, options: { within?: string; fill?: Filled } = {}): Promise<this> {
    const form = findForm(this.html, name, options.within);
    const fields = new URLSearchParams(form.fields);
    for (const [field, value] of Object.entries(options.fill ?? {})) {
      fields.delete(field);
      for (const one of [value].flat()) fields.append(field, one);
    }
    const url = new URL(form.action, this.#home);
    if (form.method === "post") return this.#go(url, { method: "POST", body: fields });
    url.search = fields.toString();
    return this.#go(url, { method: "GET" });
  }

  /** Posts a form as a browser would from another site's page. */
  async postFromElsewhere(path: string, fields: Record<string, string>): Promise<this> {
    const headers = { origin: "http://elsewhere.example", "sec-fetch-site": "cross-site" };
    const body = new URLSearchParams(fields);
    return this.#go(new URL(path, this.#home), { method: "POST", body, headers });
  }

  async #go(
    url: URL,
    init: { method: string; body?: URLSearchParams; headers?: object },
  ): Promise<this> {
    this.left = undefined;
    if (url.origin !== new URL(this.#home).origin) {
      this.left = url;
      return this;
    }
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { origin: url.origin, ...init.headers, cookie };
    const response = await fetch(url, {
      method: init.method,
      body: init.body ?? null,
      headers,
      redirect: "manual",
    });
    this.#keepCookies(response);
    const location = response.headers.get("location");
    if (location) return this.#go(new URL(location, url), { method: "GET" });
    this.html = await response.text();
    this.status = response.status;
    this.path = `${url.pathname}${url.search}`;
    return this;
  }

  #keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}

type Form = { action: string; method: string; fields: [string, string][] };

function findForm(html: string, button: string, within: string | undefined): Form {
  const parts = within === undefined ? [html] : partsWith(html, within);
  for (const part of parts) {
    for (const [, attributes = "", content = ""] of part.matchAll(
      /<form([^>]*)>([\s\S]*?)<\/form>/g,
    )) {
      const pressed = findButton(content, button);
      if (!pressed) continue;
      return {
        action: attributeOf(attributes, "action") ?? "",
        method: attributeOf(attributes, "method") ?? "get",
        fields: [...fieldsOf(content), ...pressed],
      };
    }
  }
  throw new Error(`There is no button “${button}”${within ? ` beside “${within}”` : ""}.`);
}

/** The rows, articles and sections that contain this text; the smaller kinds first. */
function partsWith(html: string, text: string): string[] {
  const kinds = [
    /<tr\b[\s\S]*?<\/tr>/g,
    /<article\b[\s\S]*?<\/article>/g,
    /<section\b[\s\S]*?<\/section>/g,
  ];
  return kinds
    .flatMap((kind) => [...html.matchAll(kind)].map(([part]) => part))
    .filter((part) => textOf(part).includes(text));
}

function findButton(form: string, name: string): [string, string][] | undefined {
  for (const [, attributes = "", label = ""] of form.matchAll(
    /<button([^>]*)>([\s\S]*?)<\/button>/g,
  )) {
    if ((attributeOf(attributes, "aria-label") ?? textOf(label)) !== name) continue;
    const field = attributeOf(attributes, "name");
    return field ? [[field, attributeOf(attributes, "value") ?? ""]] : [];
  }
  return undefined;
}

/** What a browser would send if nobody touched the form. */
function fieldsOf(form: string): [string, string][] {
  const fields: [string, string][] = [];
  for (const [, attributes = ""] of form.matchAll(/<input([^>]*)>/g)) {
    const name = attributeOf(attributes, "name");
    const unticked = / type="checkbox"/.test(attributes) && !/ checked=/.test(attributes);
    if (name && !unticked) fields.push([name, attributeOf(attributes, "value") ?? ""]);
  }
  for (const [, attributes = "", text = ""] of form.matchAll(
    /<textarea([^>]*)>([\s\S]*?)<\/textarea>/g,
  )) {
    fields.push([attributeOf(attributes, "name") ?? "", decode(text)]);
  }
  for (const [, attributes = "", options = ""] of form.matchAll(
    /<select([^>]*)>([\s\S]*?)<\/select>/g,
  )) {
    const chosen =
      /<option([^>]* selected=[^>]*)>/.exec(options) ?? /<option([^>]*)>/.exec(options);
    fields.push([
      attributeOf(attributes, "name") ?? "",
      attributeOf(chosen?.[1] ?? "", "value") ?? "",
    ]);
  }
  return fields;
}

function attributeOf(attributes: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : decode(value);
}

function textOf(html: string): string {
  return decode(html.replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}

function decode(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
