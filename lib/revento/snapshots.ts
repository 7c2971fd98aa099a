// One door to every shape that Revento hands us, already in our names.

export { type EventSnapshot, parseEvent } from "./event-snapshot";
export {
  type ParticipantSnapshot,
  parseApplicationSnapshot,
  parseMyApplication,
  parseParticipant,
} from "./participant-snapshot";
export {
  type ActivitySnapshot,
  type LocationSnapshot,
  type ProgramDaySnapshot,
  parseActivity,
  parseLocation,
  parseProgramDay,
  parseRegistrationWave,
  parseThread,
  type RegistrationWaveSnapshot,
  type ThreadSnapshot,
} from "./program-snapshots";
export type { OddField } from "./read-leniently";
