import { withSystem } from "@/lib/db";

/** Whether any browser has come back with a session since it was made; true also where there is none. */
export async function wasUsed(sessionHash: string): Promise<boolean> {
  const session = await withSystem(({ db }) =>
    db.session.findFirst({ where: { idHash: sessionHash } }),
  );
  return session?.firstUsedAt !== null;
}
