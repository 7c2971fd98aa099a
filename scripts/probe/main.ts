/**
 * `npm run probe-revento -- <event id>`: asks a real Revento, with a dozen calls of GET, which of the assumptions of
 * docs/revento.md hold there.
 */
import { type Access, askRevento } from "./ask-revento";
import { ASSUMPTIONS, type Verdict } from "./assumptions";

const STATES: Record<Verdict["state"], string> = {
  holds: "holds",
  fails: "DOES NOT",
  unseen: "not seen",
};

function accessOf(eventId: string | undefined): Access {
  const {
    REVENTO_API_URL: apiUrl,
    PROBE_INSTALLATION_TOKEN: installationToken,
    PROBE_USER_TOKEN: userToken,
    REVENTO_CLIENT_ID: id,
    REVENTO_CLIENT_SECRET: secret,
    REVENTO_INTEGRATION_ID: integrationId,
  } = process.env;
  if (!eventId || !apiUrl || !installationToken) {
    throw new Error(
      "It needs an event's id, and REVENTO_API_URL and PROBE_INSTALLATION_TOKEN in the environment. With PROBE_USER_TOKEN, and with REVENTO_CLIENT_ID, REVENTO_CLIENT_SECRET and REVENTO_INTEGRATION_ID, it asks more.",
    );
  }
  const client = id && secret && integrationId ? { id, secret, integrationId } : undefined;
  return { apiUrl, eventId: encodeURIComponent(eventId), installationToken, userToken, client };
}

async function main(): Promise<void> {
  const findings = await askRevento(accessOf(process.argv[2]));
  for (const { id, says, check } of ASSUMPTIONS) {
    const { state, detail } = check(findings);
    console.log(`${id.padEnd(4)} ${STATES[state].padEnd(9)} ${says}${detail ? `: ${detail}` : ""}`);
  }
  console.log("\nWhat follows where one does not hold: docs/revento.md, section 10.");
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
