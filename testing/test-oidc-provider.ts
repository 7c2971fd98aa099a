import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { type Configuration, Provider } from "oidc-provider";

/** Somebody with an account at the provider. */
export type Account = { email?: string; email_verified?: boolean | string };

type Options = { redirectUri: string; accounts: Record<string, Account> };

/** The secrets of the two clients that the provider knows: ours, and somebody else's. */
export const CLIENTS = { "foyer-console": "console-secret", "other-app": "other-secret" };
const OTHER_REDIRECT_URI = "http://127.0.0.1:9/other";

/**
 * A real OpenID provider on a free port of this machine. Its sign-in page is a button for each account;
 * `swapIdToken` stands between it and whoever asks for tokens.
 */
export class TestOidcProvider {
  /** Changes the id token of the next answers; undefined lets them through as they are. */
  swapIdToken: ((idToken: string) => Promise<string>) | undefined;
  /** Answers everything with this status instead. */
  outage: number | undefined;
  /** Whether the id token keeps to itself what the user-info endpoint can tell. */
  conformsClaims = false;
  signingKey: JWK = {};
  #provider: Provider | undefined;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  constructor(private readonly options: Options) {}

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    await this.rotateKeys("first");
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Begins anew with another key: sessions at the provider and codes are gone. */
  async rotateKeys(kid: string): Promise<void> {
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    this.signingKey = { ...(await exportJWK(privateKey)), kid, alg: "RS256", use: "sig" };
    this.#provider = new Provider(this.issuer, this.#configuration());
  }

  #configuration(): Configuration {
    const uris = { "foyer-console": this.options.redirectUri, "other-app": OTHER_REDIRECT_URI };
    return {
      clients: Object.entries(CLIENTS).map(([client_id, client_secret]) => ({
        client_id,
        client_secret,
        redirect_uris: [uris[client_id as keyof typeof uris]],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      })),
      jwks: { keys: [this.signingKey] },
      cookies: { keys: ["test"] },
      claims: { openid: ["sub"], email: ["email", "email_verified"] },
      conformIdTokenClaims: this.conformsClaims,
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      ttl: { Session: 3_600, Interaction: 3_600, Grant: 3_600, AccessToken: 600, IdToken: 600 },
      findAccount: (_, sub) => ({
        accountId: sub,
        claims: () => ({ sub, ...this.options.accounts[sub] }),
      }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({
          clientId: oidc.client?.clientId,
          accountId: oidc.session?.accountId,
        });
        grant.addOIDCScope("openid email");
        await grant.save();
        return grant;
      },
    };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.outage) return void response.writeHead(this.outage).end();
    if (request.url === "/favicon.ico") return void response.writeHead(204).end();
    if (request.url?.startsWith("/interaction/")) return this.#interact(request, response);
    if (request.url === "/token" && this.swapIdToken) interceptBody(response, this.swapIdToken);
    this.#provider?.callback()(request, response);
  }

  async #interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const provider = this.#provider;
    if (request.method === "POST") {
      let body = "";
      for await (const chunk of request) body += chunk;
      const accountId = new URLSearchParams(body).get("account");
      const result = accountId
        ? { login: { accountId } }
        : { error: "access_denied", error_description: "said no" };
      return provider?.interactionFinished(request, response, result);
    }
    const buttons = Object.keys(this.options.accounts).map(
      (sub) => `<button name="account" value="${sub}">${sub}</button>`,
    );
    response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html>
      <html lang="en"><title>Provider</title><form method="post">
      ${buttons.join("")}<button name="cancel" value="yes">Cancel</button></form></html>`);
  }
}

/** Lets the answer through with another id token in it. */
function interceptBody(response: ServerResponse, swap: (idToken: string) => Promise<string>): void {
  const end = response.end.bind(response);
  const send = async (text: string) => {
    const answer = JSON.parse(text);
    if (answer.id_token) answer.id_token = await swap(answer.id_token);
    const body = JSON.stringify(answer);
    response.setHeader("content-length", Buffer.byteLength(body));
    end(body);
  };
  Object.assign(response, { end: (body: Buffer | string) => void send(String(body)) });
}
