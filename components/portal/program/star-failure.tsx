/** Says that a star did not get through; the star itself is back to what Foyer holds. */
export function StarFailure({ error }: { error: Error | null }) {
  return (
    <p
      role="alert"
      className="my-4 rounded-md bg-rejected-tint px-4 py-3 text-rejected text-sm empty:hidden"
    >
      {error ? `Your agenda was not changed. ${error.message}` : null}
    </p>
  );
}
