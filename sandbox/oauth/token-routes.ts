import { type Context, Hono } from "hono";
import type { Platform } from "../platform/platform";
import type { SandboxEnv } from "../sandbox-env";
import { isRegisteredClient } from "./authenticate-client";
import { exchangeCode } from "./exchange-code";
import type { TokenAnswer } from "./issue-tokens";
import { OAuthError } from "./oauth-error";
import { identifyRefreshToken, refreshTokens } from "./refresh-tokens";

/** `POST /oauth/token`, form-encoded, client credentials in the body (contract 3.3, 3.4). */
export function tokenRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.post("/oauth/token", async (c) => {
    c.header("Cache-Control", "no-store");
    try {
      const form = await readForm(c);
      if (
        !isRegisteredClient(platform, required(form, "client_id"), form.get("client_secret") ?? "")
      ) {
        throw new OAuthError("invalid_client", "The client credentials are wrong.");
      }
      return c.json(grant(platform, form, c));
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return c.json(
        {
          error: error.code,
          error_description: error.message,
          message: error.message,
          request_id: c.get("requestId"),
        },
        error.status,
      );
    }
  });
  return routes;
}

async function readForm(c: Context<SandboxEnv>): Promise<URLSearchParams> {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) {
    throw new OAuthError("invalid_request", "The body must be form-encoded.");
  }
  const form = new URLSearchParams(await c.req.text());
  const doubled = [...new Set(form.keys())].find((key) => form.getAll(key).length > 1);
  if (doubled) throw new OAuthError("invalid_request", `${doubled} is given more than once.`);
  return form;
}

function grant(platform: Platform, form: URLSearchParams, c: Context<SandboxEnv>): TokenAnswer {
  switch (required(form, "grant_type")) {
    case "authorization_code":
      return exchangeCode(platform, {
        code: required(form, "code"),
        redirectUri: required(form, "redirect_uri"),
        codeVerifier: required(form, "code_verifier"),
      });
    case "refresh_token": {
      const refreshToken = required(form, "refresh_token");
      const known = identifyRefreshToken(platform, refreshToken);
      c.set("family", known?.family);
      c.set("tokenId", known?.tokenId);
      return refreshTokens(platform, refreshToken);
    }
    default:
      throw new OAuthError("unsupported_grant_type", "Use authorization_code or refresh_token.");
  }
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw new OAuthError("invalid_request", `${name} is missing.`);
  return value;
}
