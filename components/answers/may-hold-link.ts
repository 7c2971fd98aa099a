/** Whether a text can hold an address that leads anywhere: each has an @, or a colon before two slashes. */
export function mayHoldLink(text: string): boolean {
  return text.includes("@") || text.includes("://") || /mailto:/i.test(text);
}
