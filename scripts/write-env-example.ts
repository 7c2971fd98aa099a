/** `npm run env-example`: writes .env.example from lib/env.ts. */
import { writeFileSync } from "node:fs";
import { envExample } from "./env-example";

writeFileSync(".env.example", envExample());
