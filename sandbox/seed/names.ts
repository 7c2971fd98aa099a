import type { Random } from "./random";

type Naming = { given: readonly [string, ...string[]]; family: readonly [string, ...string[]] };

const NAMINGS: readonly [Naming, ...Naming[]] = [
  {
    given: ["Ivana", "Željko", "Đurđica", "Šime", "Tomislav", "Čedomir"],
    family: ["Marić", "Šarić", "Đurić", "Žuvela", "Perković", "Bošnjak"],
  },
  {
    given: ["Siobhán", "Zoë", "François", "Jürgen", "Łukasz", "Ingrid"],
    family: ["O’Neill", "D'Angelo", "Müller", "Wójcik", "Åkesson", "Núñez"],
  },
  {
    given: ["Amara", "Grace", "Samuel", "Lin", "Rosa", "Henry"],
    family: ["Okonkwo", "Smith", "Mwangi", "Johnson", "Castillo", "Brown"],
  },
  {
    given: ["Олена", "Иван", "Снежана", "Борис", "Љиљана"],
    family: ["Шевченко", "Петров", "Јовановић", "Іваненко", "Гагарина"],
  },
  {
    given: ["Ελένη", "Γιώργος", "Σοφία", "Νίκος"],
    family: ["Παπαδοπούλου", "Αγγελόπουλος", "Κώστα", "Ιωάννου"],
  },
  {
    given: ["محمد", "فاطمة", "ليلى", "يوسف"],
    family: ["العلي", "حداد", "المصري", "النجار"],
  },
  {
    given: ["נועה", "דוד", "תמר", "יוסי"],
    family: ["כהן", "לוי", "מזרחי", "פרץ"],
  },
  {
    given: ["伟", "美咲", "지훈", "秀英", "はると"],
    family: ["王", "佐藤", "김", "陳", "山田"],
  },
];

const ODDITIES: readonly [string, ...string[]] = [
  "🦊 Foxy Fern 🌿",
  "X Æ",
  "Maria-Antonia Theodora Josephine Wilhelmina van der Hoogenband-Featherstonehaugh y Rodríguez de la Encarnación",
  "null",
  "Robert'); DROP TABLE participants;--",
  "<b>Bold</b> & Sons",
  "  Spaced   Out  ",
  "Ñandú 👩‍👩‍👧‍👦 Family",
];

/** A display name in one of several scripts; about one in forty is a hard one. */
export function inventName(random: Random): string {
  if (random.chance(0.025)) return random.pick(ODDITIES);
  const naming = random.pick(NAMINGS);
  return `${random.pick(naming.given)} ${random.pick(naming.family)}`;
}
