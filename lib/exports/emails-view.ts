/** The e-mail addresses of some rows, each once, in the order of the list; `without`: how many rows have none. */
export type EmailsView = { emails: string[]; without: number };
