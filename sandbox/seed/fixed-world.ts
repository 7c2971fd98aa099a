/** The organizations, organizers and events that every seed has, under names others rely on. */
export const ORGANIZATIONS = [
  { id: "org_lumen", name: "Lumen Conventions", formal: 1, verified: 1 },
  { id: "org_jadran", name: "Jadran Events d.o.o.", formal: 1, verified: 1 },
  { id: "org_backyard", name: "Backyard Collective", formal: 0, verified: 0 },
] as const;

export const PEOPLE = [
  {
    id: "usr_ana",
    name: "Ana Kovačević",
    email: "ana@lumen.example",
    organization_id: "org_lumen",
  },
  {
    id: "usr_marko",
    name: "Marko Horvat",
    email: "marko@jadran.example",
    organization_id: "org_jadran",
  },
  {
    id: "usr_ben",
    name: "Ben Okafor",
    email: "ben@backyard.example",
    organization_id: "org_backyard",
  },
  {
    id: "usr_newcomer",
    name: "Nora Newcomer",
    email: "nora@newcomers.example",
    organization_id: null,
  },
] as const;

/** An event of the seed: `size` applications, `otherRoles` participants without one. */
export type EventSpec = {
  id: string;
  organizationId: string;
  reviewerId: string;
  title: string;
  description: string;
  startsInDays: number;
  timezone: string;
  minAge: string;
  size: number;
  otherRoles: number;
};

export const EVENTS: readonly EventSpec[] = [
  {
    id: "evt_harbor",
    organizationId: "org_lumen",
    reviewerId: "usr_ana",
    title: "Harbor Sample Convention 2026",
    description: "Three days of talks, workshops and boats in the old harbour.",
    startsInDays: 30,
    timezone: "Europe/Zagreb",
    minAge: "age_all",
    size: 40,
    otherRoles: 3,
  },
  {
    id: "evt_summit",
    organizationId: "org_lumen",
    reviewerId: "usr_ana",
    title: "Summit of Makers",
    description: "People who make things, and the things they made.",
    startsInDays: 31,
    timezone: "America/New_York",
    minAge: "age_18_plus",
    size: 2_000,
    otherRoles: 12,
  },
  {
    id: "evt_expo",
    organizationId: "org_jadran",
    reviewerId: "usr_marko",
    title: "Zagreb Expo",
    description: "Najveći sajam u regiji: tri dana, stotinu tisuća prijava.",
    startsInDays: 32,
    timezone: "Europe/Zagreb",
    minAge: "age_all",
    size: 100_000,
    otherRoles: 40,
  },
  {
    id: "evt_garden",
    organizationId: "org_backyard",
    reviewerId: "usr_ben",
    title: "Backyard Garden Party",
    description: "Bring a plant, take a plant.",
    startsInDays: 29,
    timezone: "Europe/Zagreb",
    minAge: "age_all",
    size: 12,
    otherRoles: 2,
  },
];

/** The middle part of an event's ids: `harbor` for `evt_harbor`. */
export function slugOf(eventId: string): string {
  return eventId.replace(/^evt_/, "");
}
