import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { SCHEMA, SCHEMA_VERSION } from "./schema";

/** What SQLite gives back for a row of ours. */
export type SqlRow = Record<string, string | number | null>;

/**
 * The platform's memory: SQLite in a folder, or in RAM when there is none. All calls are synchronous,
 * so whatever runs inside one `transaction` is seen by others whole or not at all.
 */
export class Store {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  constructor(stateDir: string | undefined) {
    if (stateDir) mkdirSync(stateDir, { recursive: true });
    this.#database = new DatabaseSync(stateDir ? join(stateDir, "sandbox.sqlite") : ":memory:");
    this.#database.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;",
    );
    this.#dropOldTables();
    this.#database.exec(SCHEMA);
  }

  /** The first row, or undefined. The row type is the caller's claim about its own SELECT. */
  row<T extends SqlRow>(sql: string, ...parameters: SQLInputValue[]): T | undefined {
    return this.#prepare(sql).get(...parameters) as T | undefined;
  }

  /** All rows. */
  rows<T extends SqlRow>(sql: string, ...parameters: SQLInputValue[]): T[] {
    return this.#prepare(sql).all(...parameters) as T[];
  }

  /** Writes; answers how many rows changed. */
  run(sql: string, ...parameters: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...parameters).changes);
  }

  /** Inserts one row of any table; column names are ours, never a caller's from outside. */
  insert(table: string, values: Record<string, SQLInputValue>): number {
    const columns = Object.keys(values);
    const marks = columns.map(() => "?").join(", ");
    const sql = `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks})`;
    return Number(this.#prepare(sql).run(...Object.values(values)).lastInsertRowid);
  }

  /** Runs the work in one transaction; a nested call joins the outer one. Rolls back on a throw. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#database.exec("BEGIN IMMEDIATE");
    this.#depth += 1;
    try {
      const result = work();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  /** Reads a setting written by `writeSetting`; undefined if it never was. */
  readSetting<T>(key: string): T | undefined {
    const row = this.row<{ value: string }>("SELECT value FROM settings WHERE key = ?", key);
    return row ? (JSON.parse(row.value) as T) : undefined;
  }

  writeSetting(key: string, value: unknown): void {
    this.run(
      "INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      key,
      JSON.stringify(value),
    );
  }

  /** Empties every table and starts the counters again. */
  clear(): void {
    const tables = this.rows<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table'",
    );
    this.#database.exec("PRAGMA foreign_keys = OFF");
    this.transaction(() => {
      for (const { name } of tables) this.#database.exec(`DELETE FROM ${name}`);
    });
    this.#database.exec("PRAGMA foreign_keys = ON");
  }

  get isOpen(): boolean {
    return this.#database.isOpen;
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  /** A sandbox is no archive: what another version of the schema wrote is thrown away. */
  #dropOldTables(): void {
    const version = this.row<{ user_version: number }>("PRAGMA user_version")?.user_version;
    if (version === SCHEMA_VERSION) return;
    this.#database.exec("PRAGMA foreign_keys = OFF");
    const tables = this.rows<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    for (const { name } of tables) this.#database.exec(`DROP TABLE ${name}`);
    this.#database.exec(`PRAGMA foreign_keys = ON; PRAGMA user_version = ${SCHEMA_VERSION}`);
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
