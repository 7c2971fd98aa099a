import type { FoyerUnderTest } from "./foyer-under-test";
import { makeEnvelope, type SignedDelivery, signBody } from "./signed-delivery";

/** An event of the sandbox that is given much of everything, and its person whose form is long. */
export const HOSTILE = "evt_harbor";
export const HOSTILE_PERSON = "usr_p_harbor_1";

type World = Pick<FoyerUnderTest, "control" | "database" | "env">;

function run({ database }: World, text: string, ...values: unknown[]): Promise<unknown> {
  return database.query(text, [HOSTILE, ...values]);
}

/** Four answers of 60,000 characters of everybody; of one person at Revento as well, which the portal asks. */
export async function plantLongAnswers(
  world: World,
  untilMirrored: () => Promise<unknown>,
): Promise<void> {
  const essays = [1, 2, 3, 4].map((n) => [`essay_${n}`, `${n}`.repeat(60_000)]);
  await world.control("act", {
    action: "update_answers",
    application_id: "app_harbor_1",
    custom_form_fields: Object.fromEntries(essays),
  });
  await untilMirrored();
  await run(
    world,
    `UPDATE participants SET fields = (SELECT jsonb_object_agg('essay_' || n, repeat(md5(participant_id || n), 1900))
       FROM generate_series(1, 4) n) WHERE event_id = $1`,
  );
}

/** Changes of one person's form, as long as they are kept. */
export async function plantHistory(world: World, changes: number): Promise<void> {
  await run(
    world,
    `INSERT INTO participant_history (event_id, participant_id, occurred_at, kind, changes)
     SELECT $1, participant_id, now() - n * interval '1 minute', 'participant.profile_updated',
       jsonb_build_object('fields', jsonb_build_array(
         jsonb_build_object('essay_1', repeat('b', 4000)), jsonb_build_object('essay_1', repeat('a', 4000))))
     FROM participants, generate_series(1, $3::int) n WHERE event_id = $1 AND user_id = $2`,
    HOSTILE_PERSON,
    changes,
  );
}

/** Activities of unlimited capacity at one place at one time. */
export async function plantActivities(world: World, activities: number): Promise<void> {
  await run(
    world,
    `INSERT INTO activities (event_id, activity_id, title, location_id, starts_at, ends_at, capacity, version_at, mirrored_at)
     SELECT $1, 'act_booth_' || n, 'Booth ' || n || repeat(' of many', 20), location_id, starts_at, starts_at + interval '9 hours',
       2147483647, now(), now()
     FROM (SELECT location_id, starts_at FROM activities WHERE event_id = $1 AND location_id IS NOT NULL LIMIT 1) one,
       generate_series(1, $2::int) n`,
    activities,
  );
}

/** Waves of registration that overlap each other. */
export async function plantWaves(world: World, waves: number): Promise<void> {
  await run(
    world,
    `INSERT INTO registration_waves (event_id, wave_id, title, opens_at, closes_at, version_at, mirrored_at)
     SELECT $1, 'wave_' || n, 'Wave ' || n, now() - n * interval '1 hour', now() + n * interval '1 hour', now(), now()
     FROM generate_series(1, $2::int) n`,
    waves,
  );
}

/** The longest title that is kept. */
export async function plantTitle(world: World): Promise<void> {
  await run(world, "UPDATE events SET title = $2 WHERE event_id = $1", "T".repeat(500));
}

/** Ten answers of a mebibyte of small things, and `long` ones of 900 kB, ready to be sent. */
export function signDeliveries({ env }: World, long: number): SignedDelivery[] {
  const small = Array.from({ length: 340_000 }, () => ({}));
  const essay = "e".repeat(900_000);
  const forms = [
    ...Array.from({ length: 10 }, () => ({ x: small })),
    ...Array.from({ length: long }, () => ({ x: essay })),
  ];
  const secret = env.REVENTO_WEBHOOK_SECRETS ?? "";
  return forms.map((custom_form_fields, at) => {
    const type = "participant.profile_updated";
    const data = { id: `ptp_harbor_${(at % 20) + 1}`, custom_form_fields };
    const envelope = { type, event_id: HOSTILE, organization_id: "org_lumen", data };
    return signBody(Buffer.from(JSON.stringify(makeEnvelope(envelope))), { type, secret });
  });
}
