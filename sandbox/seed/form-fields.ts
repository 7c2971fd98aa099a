import type { Random } from "./random";

/** A field of an event's own application form. Labels are what the participant reads. */
export type FormField = {
  key: string;
  label: string;
  kind: "text" | "long_text" | "choice" | "choices" | "number" | "date" | "boolean";
  options?: readonly [string, ...string[]];
};

/** The form of every seeded event: one field of each kind, and then some. */
export const FORM_FIELDS = [
  {
    key: "favorite_track",
    label: "Favourite track",
    kind: "choice",
    options: ["Makers", "Sea & Sail", "Glazba", "音楽", "Наука", "فن"],
  },
  { key: "dietary_notes", label: "Dietary notes", kind: "text" },
  { key: "motivation", label: "Why would you like to come?", kind: "long_text" },
  {
    key: "workshops",
    label: "Workshops",
    kind: "choices",
    options: ["Knots", "Soldering", "Letterpress", "Ceramics", "Fermentation"],
  },
  {
    key: "t_shirt_size",
    label: "T-shirt size",
    kind: "choice",
    options: ["XS", "S", "M", "L", "XL", "XXL"],
  },
  { key: "years_attending", label: "Years attending", kind: "number" },
  { key: "arrival_date", label: "Arrival date", kind: "date" },
  { key: "age_confirmed", label: "I am of age", kind: "boolean" },
] as const satisfies readonly FormField[];

const DIETS: readonly [string, ...string[]] = [
  "vegetarian",
  "bez glutena",
  "Ohne Nüsse, bitte",
  "веганско",
  "χωρίς λακτόζη",
  "حلال",
  "כשר",
  "えびアレルギー 🦐",
  "none",
];

const MOTIVES: readonly [string, ...string[]] = [
  "I have come every year since the first one and would not miss it.\nSee you at the harbour!",
  "Želim upoznati ljude koji rade ono o čemu ja samo čitam.",
  "Ich möchte im Team mithelfen und abends Musik machen.",
  "Хочу показать свой проект: лодку из переработанного пластика.",
  "友達に勧められました。とても楽しみにしています。",
  "أرغب في تعلم النجارة ومشاركة تجربتي مع الآخرين.",
  "“Quotes”, commas, a;semicolon\tand a tab.",
];

/** Answers for one application; some fields are null, some absent. `firstDay` is epoch ms. */
export function inventAnswers(random: Random, firstDay: number): Record<string, unknown> {
  const answers: Record<string, unknown> = {
    favorite_track: random.pick(FORM_FIELDS[0].options),
    age_confirmed: random.chance(0.9),
    t_shirt_size: random.chance(0.1) ? null : random.pick(FORM_FIELDS[4].options),
  };
  if (random.chance(0.6)) answers.dietary_notes = random.pick(DIETS);
  if (random.chance(0.4)) answers.motivation = random.pick(MOTIVES);
  if (random.chance(0.7)) answers.workshops = random.some(FORM_FIELDS[3].options, 0.4);
  if (random.chance(0.8)) answers.years_attending = random.between(0, 12);
  if (random.chance(0.7)) {
    const day = new Date(firstDay - random.between(0, 2) * 86_400_000);
    answers.arrival_date = random.chance(0.1) ? null : day.toISOString().slice(0, 10);
  }
  return answers;
}
