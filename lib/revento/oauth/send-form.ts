import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

const TIMEOUT_MS = 20_000;
const MAX_ANSWER_BYTES = 64 * 1024;

/** Not a byte of the request left: it may be sent again at any time. */
export class NotSentError extends Error {
  override readonly name = "NotSentError";
}

/** The request may have been carried out, and the answer never arrived whole. */
export class AnswerLostError extends Error {
  override readonly name = "AnswerLostError";
}

type Form = { method: string; headers: Record<string, string>; body: URLSearchParams };

/**
 * Sends a form once, on a connection of its own, in place of `fetch`: a socket from a pool may turn
 * out to be dead after writing, and then nobody knows whether Revento acted. Follows no redirect,
 * retries nothing, gives up after 20 s. Throws NotSentError or AnswerLostError, nothing else.
 */
export async function sendForm(address: string, form: Form): Promise<Response> {
  const url = new URL(address);
  const isSecure = url.protocol === "https:";
  const request = (isSecure ? requestHttps : requestHttp)(url, {
    method: form.method,
    headers: { ...form.headers, "content-length": Buffer.byteLength(form.body.toString()) },
    agent: false,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  let isConnected = false;
  request.once("socket", (socket) => {
    socket.once(isSecure ? "secureConnect" : "connect", () => {
      isConnected = true;
    });
  });
  try {
    const answer = await answerTo(request, form.body.toString());
    const body = await readBounded(answer);
    return new Response(body.length > 0 ? body : null, {
      status: answer.statusCode ?? 0,
      headers: headersOf(answer),
    });
  } catch (cause) {
    if (isConnected) throw new AnswerLostError("Revento's answer was lost", { cause });
    throw new NotSentError("Revento could not be reached", { cause });
  } finally {
    request.destroy();
  }
}

function answerTo(request: ClientRequest, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once("response", resolve);
    // Stays after the first error: destroying the request may bring another.
    request.on("error", reject);
    request.end(body);
  });
}

async function readBounded(answer: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new Error("the answer is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf(answer: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}
