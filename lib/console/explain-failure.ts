const CONTRADICTS = "not as the contract says: ";
const DATABASE = /^database error ([0-9A-Z]{5})$/;

/** SQLSTATE classes, and single states that say more, in words. */
const DATABASE_SENTENCES: Record<string, string> = {
  "22": "PostgreSQL cannot store a value in it",
  "23": "A rule of Foyer's own database refuses it",
  "40": "It collided with other work on the same event",
  "42": "Foyer's database does not fit this version of Foyer",
  "53": "The database had no room left",
  "54": "It is larger than PostgreSQL allows",
  "55": "Other work held its event for too long",
  "57": "The database was stopped, or took too long",
};

/** Kinds of contradictions, as zod names them. */
const CODES: Record<string, string> = {
  invalid_type: "is missing or of the wrong kind",
  invalid_format: "is not written as it should be",
  invalid_value: "is none of the allowed values",
  too_small: "is too short or too small",
  too_big: "is too long or too large",
  custom: "is not what it should be",
};

const SENTENCES: Record<string, string> = {
  "the snapshot is of another event":
    "It carries a snapshot of another event than the one it was sent for.",
  "Unexpected end of JSON input": "Its body is not kept any more.",
  "unknown error": "It could not be applied, and nobody knows why.",
};

/** Why a delivery could not be applied, from what settling wrote down (lib/deliveries), as a sentence. */
export function explainFailure(reason: string): string {
  const known = SENTENCES[reason];
  if (known) return known;
  if (reason.startsWith(CONTRADICTS)) {
    return `It is not as the contract says: ${explainContradictions(reason)}.`;
  }
  const sqlState = DATABASE.exec(reason)?.[1];
  if (sqlState) {
    const sentence = DATABASE_SENTENCES[sqlState.slice(0, 2)] ?? "The database refused it";
    return `${sentence} (SQLSTATE ${sqlState}).`;
  }
  // What a parser of JSON says quotes what it reads.
  if (/JSON/.test(reason)) return "Its body is not JSON.";
  return `It could not be applied: ${reason}.`;
}

function explainContradictions(reason: string): string {
  const problems = reason.slice(CONTRADICTS.length).split(", ");
  const explained = problems.map((problem) => {
    const [, field, code] = /^(.*) \((\w+)\)$/.exec(problem) ?? [];
    if (field === undefined || code === undefined) return problem;
    return `${field || "the whole"} ${CODES[code] ?? `(${code})`}`;
  });
  return explained.join("; ");
}
