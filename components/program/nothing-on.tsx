/** What stands under a day that has a title, and nothing else yet. */
export function NothingOn() {
  return <p className="text-soft text-sm">Nothing is planned for this day yet.</p>;
}
