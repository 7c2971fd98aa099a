/** A browser as far as forms and one cookie go; follows no redirect by itself. */
export class Browser {
  #cookie = "";

  async open(url: string | URL): Promise<Response> {
    return this.#keep(await fetch(url, { redirect: "manual", headers: { cookie: this.#cookie } }));
  }

  /** Submits a form of a page with these fields; a list stands for several ticked boxes. */
  async submit(
    url: string | URL,
    fields: Record<string, string | readonly string[]>,
  ): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one);
    }
    const headers = { cookie: this.#cookie };
    return this.#keep(await fetch(url, { method: "POST", redirect: "manual", headers, body }));
  }

  #keep(response: Response): Response {
    const set = response.headers.getSetCookie()[0]?.split(";")[0];
    if (set) this.#cookie = set;
    return response;
  }
}

/** Where a redirect leads, as a URL. */
export function locationOf(response: Response): URL {
  return new URL(response.headers.get("location") ?? "", response.url);
}
