/** Checks the directions of all imports against the table in layers.ts: part of `npm run verify`. */
import { findLayerBreaks } from "./check-layers";

const breaks = await findLayerBreaks(process.cwd());
for (const line of breaks) console.error(line);
process.exit(breaks.length > 0 ? 1 : 0);
