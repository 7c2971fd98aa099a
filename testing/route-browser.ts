type Handler = (request: Request) => Promise<Response>;

/** A browser for route handlers called as functions: it keeps its cookies and follows nothing. */
export class RouteBrowser {
  readonly cookies = new Map<string, string>();

  async get(handler: Handler, url: string): Promise<Response> {
    return this.#keep(await handler(new Request(url, { headers: this.#headers() })));
  }

  async post(handler: Handler, url: string, headers: Record<string, string>): Promise<Response> {
    const request = new Request(url, {
      method: "POST",
      headers: { ...this.#headers(), ...headers },
    });
    return this.#keep(await handler(request));
  }

  #headers(): Record<string, string> {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  }

  #keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (/Max-Age=0(;|$)/.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}
