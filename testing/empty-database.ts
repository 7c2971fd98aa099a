import type pg from "pg";

/** Deletes every row of every table of the product, but for those of the tables named. */
export async function emptyDatabase(
  admin: Pick<pg.ClientBase, "query">,
  ...kept: string[]
): Promise<void> {
  const { rows } = await admin.query<{ tables: string }>(
    `SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> ALL($1)`,
    [["_prisma_migrations", ...kept]],
  );
  await admin.query(`TRUNCATE ${rows[0]?.tables} RESTART IDENTITY CASCADE`);
}
