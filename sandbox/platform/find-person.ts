import type { PersonRow } from "../store/rows";
import { seedEventOf } from "./find-participant";
import type { Platform } from "./platform";
import { notFound } from "./platform-error";

/** A person by id, or undefined. */
export function findPerson(platform: Platform, userId: string): PersonRow | undefined {
  seedEventOf(platform, userId);
  return platform.store.row<PersonRow>("SELECT * FROM people WHERE id = ?", userId);
}

/** A person by id. Throws not_found. */
export function requirePerson(platform: Platform, userId: string): PersonRow {
  const person = findPerson(platform, userId);
  if (!person) throw notFound("person");
  return person;
}
