import { scopesOfKind, type TokenKind } from "../manifest";

const KINDS: readonly TokenKind[] = ["installation", "user"];

/** What a scope parameter asks for, required and optional apart. */
export type RequestedScopes = { kind: TokenKind; required: string[]; optional: string[] };

/**
 * Reads a space-separated scope parameter. Undefined (`invalid_scope`) if it is empty, names a scope
 * that the manifest does not declare, or mixes scopes of the two token types (contract 3.5, 3.6).
 */
export function readRequestedScopes(scope: string): RequestedScopes | undefined {
  const asked = [...new Set(scope.split(" ").filter((part) => part !== ""))];
  if (asked.length === 0) return undefined;
  for (const kind of KINDS) {
    const { required, optional } = scopesOfKind(kind);
    if (!asked.every((one) => required.includes(one) || optional.includes(one))) continue;
    return {
      kind,
      required: asked.filter((one) => required.includes(one)),
      optional: asked.filter((one) => optional.includes(one)),
    };
  }
  return undefined;
}
