import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { ChangeChannel } from "./change-channel";
import { recordChange } from "./record-change";

function subscriber() {
  const heard: string[] = [];
  return {
    heard,
    onHead: (head: number) => void heard.push(`head ${head}`),
    onChanges: (changes: readonly { seq: number }[]) =>
      void heard.push(...changes.map(({ seq }) => `change ${seq}`)),
    onReset: (head: number) => void heard.push(`reset ${head}`),
  };
}

test("whoever still listens to an event that was erased and connected again begins anew", async () => {
  const eventId = `evt_${randomUUID()}`;
  const record = () => withEventSql(eventId, (sql) => recordChange(sql, eventId, "event", []));
  for (let n = 0; n < 3; n += 1) await record();
  const channel = new ChangeChannel(eventId);
  const page = subscriber();
  await channel.join(page, null);
  await channel.restart();
  await withEventSql(eventId, async (sql) => {
    await sql.query("DELETE FROM changes WHERE event_id = $1", [eventId]);
    await sql.query("DELETE FROM change_heads WHERE event_id = $1", [eventId]);
  });
  await record();
  await channel.restart();
  await record();
  await channel.refresh();
  expect(page.heard).toEqual(["head 3", "reset 1", "change 2"]);
});
