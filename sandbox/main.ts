import { readConfig } from "./config";
import { startSandbox } from "./start-sandbox";

try {
  const config = readConfig(process.env);
  const sandbox = await startSandbox(config).catch((error: unknown) => {
    throw explainPort(error, config.port);
  });
  console.log(`sandbox listening on http://${config.host}:${sandbox.port}`);
  let leaving = false;
  const leave = () => {
    if (leaving) return;
    leaving = true;
    void sandbox.close().then(() => process.exit(0));
  };
  process.on("SIGINT", leave);
  process.on("SIGTERM", leave);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function explainPort(error: unknown, port: number): unknown {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (!taken) return error;
  return new Error(
    `Port ${port} is taken by another program. Stop it, or set SANDBOX_PORT to another port.`,
  );
}
