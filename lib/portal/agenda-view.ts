/** One's own agenda: the ids of starred activities that the program still has. */
export type AgendaView = { starred: string[] };
