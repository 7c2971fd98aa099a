/** A browser of one origin without pages: it keeps its cookies and follows no redirect. */
export class HttpBrowser {
  readonly cookies = new Map<string, string>();
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** `at` is a path of the origin, or a whole address of it. */
  async ask(at: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0) headers.set("cookie", this.cookieHeader);
    const url = new URL(at, this.#origin);
    const answer = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return answer;
  }

  /** Sends what a form or a script of the origin's own pages would send. */
  async send(method: string, at: string, body?: URLSearchParams | object): Promise<Response> {
    const isForm = body instanceof URLSearchParams;
    return this.ask(at, {
      method,
      headers: {
        origin: this.#origin,
        "sec-fetch-site": "same-origin",
        ...(body && !isForm ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
  }

  #keep(line: string): void {
    const [pair = "", ...attributes] = line.split(/;\s*/);
    const [name = "", ...rest] = pair.split("=");
    const ends = attributes.find((each) => /^(max-age|expires)=/i.test(each));
    if (ends && hasEnded(ends)) this.cookies.delete(name);
    else this.cookies.set(name, rest.join("="));
  }
}

function hasEnded(attribute: string): boolean {
  const [name = "", value = ""] = attribute.split("=");
  if (name.toLowerCase() === "max-age") return Number(value) <= 0;
  return Date.parse(value) <= Date.now();
}
