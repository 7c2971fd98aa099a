import { connect } from "node:net";

const DATA = Buffer.alloc(65_536, 0x61);
const CHUNK = Buffer.concat([
  Buffer.from(`${DATA.length.toString(16)}\r\n`),
  DATA,
  Buffer.from("\r\n"),
]);

type Options = {
  url: string;
  method: string;
  headers: Record<string, string>;
  /** Bytes that are really sent, chunked, whatever the answer is. */
  bytes?: number;
  /** Bytes that are announced, of which none is sent. */
  announced?: number;
};

/**
 * Sends a body that goes on and on, on a connection that is kept alive as a browser's, and resolves with
 * the status of the answer once all of the body is out.
 */
export function sendBody({ url, method, headers, bytes = 0, announced }: Options): Promise<number> {
  const { hostname, port, pathname, search, host } = new URL(url);
  const length: Record<string, string> =
    announced === undefined
      ? { "transfer-encoding": "chunked" }
      : { "content-length": String(announced) };
  const head = Object.entries({ host, ...headers, ...length }).map((pair) => pair.join(": "));
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = "";
    let left = bytes;
    const settle = () => {
      const status = /^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1];
      if (!status || left > 0) return;
      resolve(Number(status));
      socket.destroy();
    };
    const pump = () => {
      while (left > 0) {
        left -= DATA.length;
        if (!socket.write(CHUNK)) return void socket.once("drain", pump);
      }
      if (announced === undefined) socket.write("0\r\n\r\n");
      settle();
    };
    socket.on("data", (data) => {
      answer += data.toString("latin1");
      settle();
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error(`closed after ${answer.split("\r\n", 1)[0]}`)));
    socket.write(`${method} ${pathname}${search} HTTP/1.1\r\n${head.join("\r\n")}\r\n\r\n`);
    pump();
  });
}
