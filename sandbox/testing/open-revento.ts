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
  const start = () =>
    startSandbox({
      port: 0,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      integrationId: INTEGRATION_ID,
      redirectUris: [CONNECT_CALLBACK, SIGN_IN_CALLBACK],
      webhookUrl: inbox.url,
      webhookSecrets: [WEBHOOK_SECRET],
      stateDir: options.stateDir,
    });
  let sandbox = await start();
  const url = () => `http://127.0.0.1:${sandbox.port}`;

  const control = async <T = Json>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url()}/_control/${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const answer = (await response.json()) as T;
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };

  const allow = async (
    userId: string,
    wish: { eventId: string; scope: string },
    more: { scopes?: string[]; decision?: string } = {},
  ): Promise<{ callback: string; redeem(): Promise<TokenEndpointResponse> }> => {
    const authorization = await beginAuthorization(url(), wish);
    const { redirect_to: callback } = await control<{ redirect_to: string }>("POST", "authorize", {
      user_id: userId,
      authorize_url: authorization.url.href,
      ...more,
    });
    return { callback, redeem: () => redeem(url(), authorization, callback) };
  };

  const api = async (
    token: string,
    path: string,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> => {
    const response = await fetch(`${url()}/api/v1${path}`, {
      headers: {
        authorization: `Bearer ${token}`,
        accept: "application/vnd.revento.v1+json",
        "x-revento-request-id": randomUUID(),
        ...headers,
      },
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Json,
    };
  };

  return {
    inbox,
    url,
    control,
    allow,
    api,
    act: (action: string, input: Json = {}) => control("POST", "act", { action, ...input }),
    advance: (ms: number) => control("POST", "clock", { advance_ms: ms }),
    settle: () => control<{ settled: boolean }>("POST", "deliveries/settle", {}),
    connect: async (eventId: string, userId = "usr_ana") =>
      (await allow(userId, { eventId, scope: INSTALLATION_SCOPE })).redeem(),
    signIn: async (eventId: string, userId: string) =>
      (await allow(userId, { eventId, scope: USER_SCOPE })).redeem(),
    restart: async () => {
      await sandbox.close();
      sandbox = await start();
    },
    close: async () => {
      await sandbox.close();
      await inbox.close();
    },
  };
}
