import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type UnreliableProxy = {
  url: string;
  /** Connections stay open and say nothing, as behind a NAT that has forgotten them. */
  silence(): void;
  /** Connections are cut, and no new one is taken, as by a server that is stopped. */
  refuse(): void;
  /** All is well again, for new connections. */
  speak(): void;
  close(): Promise<void>;
};

/** A TCP proxy to a port of this machine, which can be made to fail. */
export async function startUnreliableProxy(port: number): Promise<UnreliableProxy> {
  let mode: "speaks" | "is silent" | "refuses" = "speaks";
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (mode === "refuses") return void near.destroy();
    const far = connect(port, "127.0.0.1");
    const isSilent = () => mode === "is silent";
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (data) => isSilent() || to.write(data));
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        if (!isSilent()) to.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    silence: () => {
      mode = "is silent";
    },
    refuse: () => {
      mode = "refuses";
      cutAll();
    },
    speak: () => {
      mode = "speaks";
    },
    close: async () => {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
