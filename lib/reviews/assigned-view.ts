/** How many applications were meant, and how many of them somebody is to review anew. */
export type AssignedView = { applications: number; assigned: number };
