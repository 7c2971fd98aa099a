/** Revento's `age_18_plus` in words (contract 4.4); nothing for what is not known. */
export function minimumAge(word: string | null): string | null {
  if (word === "age_all") return "All ages";
  const years = word?.match(/^age_(\d+)_plus$/)?.[1];
  return years ? `From ${years} years` : null;
}
