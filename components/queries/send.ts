import { answeredView } from "./fetch-view";

type Write = {
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: unknown;
  /** Goes on when the page is left meanwhile; for bodies of a few kilobytes. */
  keepalive?: boolean;
};

/** Changes something through our API and answers the view that comes back. Throws ApiError. */
export async function send<T>({ method, path, body, keepalive = false }: Write): Promise<T> {
  return answeredView<T>(
    fetch(path, {
      method,
      keepalive,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}
