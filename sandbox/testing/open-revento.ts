import { randomUUID } from "node:crypto";
import type { TokenEndpointResponse } from "oauth4webapi";
import { startSandbox } from "../start-sandbox";
import {
  beginAuthorization,
  CLIENT_ID,
  CLIENT_SECRET,
  CONNECT_CALLBACK,
  INSTALLATION_SCOPE,
  redeem,
  SIGN_IN_CALLBACK,
  USER_SCOPE,
} from "./oauth-client";
import { openWebhookInbox } from "./webhook-inbox";

export const WEBHOOK_SECRET = "webhook-secret-of-the-tests";
export const INTEGRATION_ID = "int_test";

type Json = Record<string, unknown>;
export type ApiAnswer = { status: number; headers: Headers; body: Json };

export type Revento = Awaited<ReturnType<typeof openRevento>>;

/** A sandbox on a free port with a webhook endpoint beside it, and short ways to use both. */
export async function openRevento(options: { stateDir?: string } = {}) {
  const inbox = await openWebhookInbox();
  const config = { ...CONFIG, webhookUrl: inbox.url, stateDir: options.stateDir };
  let sandbox = await startSandbox(config);
  const url = () => `http://127.0.0.1:${sandbox.port}`;
  return {
    inbox,
    url,
    ...controlsOf(url),
    ...peopleOf(url),
    api: (token: string, path: string, headers?: Record<string, string>) =>
      callApi(`${url()}/api/v1${path}`, token, headers),
    restart: async () => {
      await sandbox.close();
      sandbox = await startSandbox(config);
    },
    close: async () => {
      await sandbox.close();
      await inbox.close();
    },
  };
}

const CONFIG = {
  port: 0,
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  integrationId: INTEGRATION_ID,
  redirectUris: [CONNECT_CALLBACK, SIGN_IN_CALLBACK],
  webhookSecrets: [WEBHOOK_SECRET],
};

function controlsOf(url: () => string) {
  const control = <T = Json>(method: string, path: string, body?: unknown): Promise<T> =>
    callControl(`${url()}/_control/${path}`, method, body);
  return {
    control,
    act: (action: string, input: Json = {}) => control("POST", "act", { action, ...input }),
    /** Lets time stand still but for `advance`, so that a slow machine changes nothing. */
    freeze: () => control("POST", "clock", { speed: 0.000_001 }),
    advance: (ms: number) => control("POST", "clock", { advance_ms: ms }),
    settle: () => control<{ settled: boolean }>("POST", "deliveries/settle", {}),
  };
}

type Wish = { eventId: string; scope: string };
type Consent = { callback: string; redeem(): Promise<TokenEndpointResponse> };

function peopleOf(url: () => string) {
  /** A person answers the consent screen; `redeem` is the integration's part after it. */
  const allow = async (
    userId: string,
    wish: Wish,
    more: { scopes?: string[]; decision?: string } = {},
  ): Promise<Consent> => {
    const authorization = await beginAuthorization(url(), wish);
    const answer = await callControl<{ redirect_to: string }>(
      `${url()}/_control/authorize`,
      "POST",
      { user_id: userId, authorize_url: authorization.url.href, ...more },
    );
    const callback = answer.redirect_to;
    return { callback, redeem: () => redeem(url(), authorization, callback) };
  };
  return {
    allow,
    connect: async (eventId: string, userId = "usr_ana") =>
      (await allow(userId, { eventId, scope: INSTALLATION_SCOPE })).redeem(),
    signIn: async (eventId: string, userId: string) =>
      (await allow(userId, { eventId, scope: USER_SCOPE })).redeem(),
  };
}

async function callControl<T>(url: string, method: string, body?: unknown): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const answer = (await response.json()) as T;
  if (!response.ok) throw new Error(`${url}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

async function callApi(
  url: string,
  token: string,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> {
  const response = await fetch(url, {
    headers: {
      authorization: `Bearer ${token}`,
      accept: "application/vnd.revento.v1+json",
      "x-revento-request-id": randomUUID(),
      ...headers,
    },
  });
  const body = (await response.json()) as Json;
  return { status: response.status, headers: response.headers, body };
}
