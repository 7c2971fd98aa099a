/** Why something of the team stayed as it was. */
export function Failure({ error }: { error: Error | null }) {
  return error ? (
    <p role="alert" className="rounded-md bg-rejected-tint px-3 py-2 text-rejected text-sm">
      {error.message}
    </p>
  ) : null;
}
