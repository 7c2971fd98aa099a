/**
 * `npm run verify-certificate -- <address or file> [--keys <address or file>]`: whether a certificate of
 * deletion is genuine. Prints what it says; ends with 1 when it does not hold. Without `--keys` the keys
 * are those of whoever the certificate names as its issuer.
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { compactVerify, createLocalJWKSet, decodeJwt, type JSONWebKeySet } from "jose";
import { CERTIFICATE_TYPE, Certificate } from "@/lib/erasures/certificate";

const WAIT_MS = 10_000;

async function read(source: string): Promise<string> {
  if (!/^https?:\/\//.test(source)) return (await readFile(source, "utf8")).trim();
  const response = await fetch(source, { signal: AbortSignal.timeout(WAIT_MS) });
  if (!response.ok) throw new Error(`${source} answers ${response.status}.`);
  return (await response.text()).trim();
}

/** A person copies the address of the page; the certificate itself is next to it. */
function certificateAt(source: string): string {
  return source.replace(/^(https?:\/\/[^/?#]+)\/certificates\//, "$1/api/certificates/");
}

async function verify(source: string, keysAt: string | undefined): Promise<Certificate> {
  const jws = await read(certificateAt(source));
  const issuer = Certificate.shape.iss.parse(decodeJwt(jws).iss);
  const from = keysAt ?? `${issuer}/api/certificates/keys`;
  console.log(`Keys from ${from}`);
  const keys: JSONWebKeySet = JSON.parse(await read(from));
  const { payload } = await compactVerify(jws, createLocalJWKSet(keys), {
    algorithms: ["EdDSA", "Ed25519"],
  }).then((verified) => {
    if (verified.protectedHeader.typ === CERTIFICATE_TYPE) return verified;
    throw new Error("it is signed, but no certificate of deletion.");
  });
  return Certificate.parse(JSON.parse(new TextDecoder().decode(payload)));
}

function print(certificate: Certificate): void {
  const { erased, remaining, ...rest } = certificate;
  console.log("The certificate is genuine. It says:\n");
  for (const [name, value] of Object.entries(rest)) console.log(`  ${name.padEnd(14)}${value}`);
  console.log("\n  deleted rows, and how many are left:");
  for (const [noun, left] of Object.entries(remaining)) {
    console.log(`  ${String(erased[noun] ?? 0).padStart(10)} ${String(left).padStart(4)}  ${noun}`);
  }
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: "string" } },
  });
  const [source] = positionals;
  if (source === undefined || positionals.length > 1) {
    throw new Error(
      "usage: npm run verify-certificate -- <address or file> [--keys <address or file>]",
    );
  }
  print(await verify(source, values.keys));
}

main().catch((error: unknown) => {
  console.error(`The certificate does not hold: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
