import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/members/actor";
import { listApplicationsInEvent } from "@/lib/participants/list-applications-in-event";
import { seatIn } from "@/testing/members-of-event";
import { plantApplications } from "@/testing/plant-applications";
import { plantConnection } from "@/testing/plant-connection";
import { createLabelInEvent } from "./create-label-in-event";
import { deleteLabelInEvent } from "./delete-label-in-event";
import { labelApplicationInEvent } from "./label-application-in-event";
import { listLabelsInEvent } from "./list-labels-in-event";
import { updateLabelInEvent } from "./update-label-in-event";

let eventId: string;
let owner: Actor;
let reviewer: Actor;

beforeEach(async () => {
  eventId = await plantConnection();
  owner = await seatIn(eventId, "owner");
  reviewer = await seatIn(eventId, "reviewer");
});

test("labels are made once, put on and taken off, and the list knows them", async () => {
  const [first, second] = ["ptp_000", "ptp_001"] as const;
  await plantApplications(eventId, [first, second]);
  const make = (name: string) => createLabelInEvent(reviewer, { eventId, name, color: "teal" });
  const workshop = await make(" Workshop ");
  const again = await make("again");
  await expect(make("WORKSHOP")).rejects.toMatchObject({ code: "conflict" });
  const { labels } = await listLabelsInEvent(owner, { eventId });
  expect(labels.map(({ name }) => name)).toEqual(["again", "Workshop"]);
  const put = (participantId: string, ...labelIds: string[]) =>
    labelApplicationInEvent(reviewer, { eventId, participantId, labelIds });
  await put(first, workshop.id, again.id);
  await put(second, workshop.id);
  const rows = async (address: string) =>
    (await listApplicationsInEvent(owner, { eventId, address })).rows;
  expect(await rows("sort=labels")).toMatchObject([
    { participantId: first, review: { labels: [again.id, workshop.id] } },
    { participantId: second, review: { labels: [workshop.id] } },
  ]);
  await put(first);
  expect((await rows("sort=labels")).map((row) => row.participantId)).toEqual([second, first]);
  await expect(put(first, crypto.randomUUID())).rejects.toMatchObject({ code: "not_found" });
  const elsewhere = await plantConnection();
  const stranger = await seatIn(elsewhere, "owner");
  await plantApplications(elsewhere, [first]);
  await expect(
    labelApplicationInEvent(stranger, {
      eventId: elsewhere,
      participantId: first,
      labelIds: [workshop.id],
    }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("labels are renamed and deleted, and lists stand in the order of what is left", async () => {
  const [first, second, third] = ["ptp_000", "ptp_001", "ptp_002"] as const;
  await plantApplications(eventId, [first, second, third]);
  const [apple, berry, cherry] = await Promise.all(
    ["Apple", "Berry", "Cherry"].map((name) =>
      createLabelInEvent(owner, { eventId, name, color: "red" }),
    ),
  );
  if (!apple || !berry || !cherry) throw new Error("no labels");
  const put = (participantId: string, ...labelIds: string[]) =>
    labelApplicationInEvent(owner, { eventId, participantId, labelIds });
  await put(first, apple.id, cherry.id);
  await put(second, berry.id);
  await put(third, cherry.id);
  const inOrder = async () =>
    (await listApplicationsInEvent(owner, { eventId, address: "sort=labels" })).rows.map(
      ({ participantId, review }) => [participantId, review?.labels],
    );
  const change = (labelId: string, input: object) =>
    updateLabelInEvent(owner, { eventId, labelId, ...input });
  expect(await change(apple.id, { name: "Date" })).toEqual({ ...apple, name: "Date" });
  expect(await inOrder()).toEqual([
    [second, [berry.id]],
    [third, [cherry.id]],
    [first, [cherry.id, apple.id]],
  ]);
  expect(await change(berry.id, { color: "blue" })).toEqual({ ...berry, color: "blue" });
  expect(await change(berry.id, { name: "BERRY" })).toMatchObject({ name: "BERRY" });
  await expect(change(berry.id, { name: "date" })).rejects.toMatchObject({ code: "conflict" });
  await deleteLabelInEvent(owner, { eventId, labelId: cherry.id });
  expect(await inOrder()).toEqual([
    [second, [berry.id]],
    [first, [apple.id]],
    [third, []],
  ]);
  const gone = { code: "not_found" };
  await expect(change(cherry.id, { name: "Fig" })).rejects.toMatchObject(gone);
  await expect(deleteLabelInEvent(owner, { eventId, labelId: cherry.id })).rejects.toMatchObject(
    gone,
  );
  const attempt = deleteLabelInEvent(reviewer, { eventId, labelId: apple.id });
  await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  const elsewhere = await plantConnection();
  const stranger = await seatIn(elsewhere, "owner");
  const foreign = { eventId: elsewhere, labelId: apple.id };
  await expect(deleteLabelInEvent(stranger, foreign)).rejects.toMatchObject(gone);
  await expect(updateLabelInEvent(stranger, foreign)).rejects.toMatchObject(gone);
});
