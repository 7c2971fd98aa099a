import { answeredView } from "./fetch-view";

type Write = { method: "POST" | "PUT" | "DELETE"; path: string; body?: unknown };

/** Changes something through our API and answers the view that comes back. Throws ApiError. */
export async function send<T>({ method, path, body }: Write): Promise<T> {
  return answeredView<T>(
    fetch(path, {
      method,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}
