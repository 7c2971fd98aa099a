import type { Sql } from "@/lib/db";
import type { MyDataGroupView, MyDatumView } from "@/lib/portal/my-data-view";
import { datum, held, type Person } from "./datum";
import { SOURCE } from "./source-words";

type GrantRow = {
  state: string;
  cause: string;
  state_since: Date;
  epoch: number;
  scopes: string[];
  granted_at: Date;
  name: string | null;
  email: string | null;
  profile_read_at: Date | null;
  application_read_at: Date | null;
  checked_at: Date | null;
  check_failure: string | null;
};

type TokenRow = {
  scopes: string[];
  first_issued_at: Date;
  access_expires_at: Date;
  refresh_expires_at: Date;
};

/** The grant, the profile it let Foyer read, and that there is a token. */
export async function readSignIn(sql: Sql, person: Person): Promise<MyDataGroupView[]> {
  const key = [person.eventId, person.userId];
  const grants = await sql.query<GrantRow>(
    `SELECT state, cause, state_since, epoch, scopes, granted_at, name, email, profile_read_at,
       application_read_at, checked_at, check_failure
     FROM grants WHERE event_id = $1 AND user_id = $2`,
    key,
  );
  const tokens = await sql.query<TokenRow>(
    `SELECT scopes, first_issued_at, access_expires_at, refresh_expires_at
     FROM tokens WHERE event_id = $1 AND holder = $2`,
    key,
  );
  return [
    {
      name: "Your profile",
      note: "Foyer greets you by it, and deletes it when your sign-in ends.",
      data: held(grants.rows.flatMap(viewProfile)),
    },
    {
      name: "Your sign-in",
      note: "With it Foyer asks Revento for your own data, in this event only. The token itself is stored encrypted and shown to nobody.",
      data: held([
        ...grants.rows.flatMap((grant) => viewGrant(person, grant)),
        ...tokens.rows.flatMap(viewToken),
      ]),
    },
  ];
}

function viewProfile({ name, email, profile_read_at }: GrantRow): MyDatumView[] {
  return [
    datum("Name", name, SOURCE.profile, profile_read_at),
    datum("E-mail address", email, SOURCE.profile, profile_read_at),
  ];
}

function viewGrant(person: Person, grant: GrantRow): MyDatumView[] {
  const { granted_at: givenAt, checked_at: checkedAt } = grant;
  return [
    datum("Your id at Revento", person.userId, SOURCE.signIn, givenAt),
    datum("What you allowed", grant.scopes, SOURCE.signIn, givenAt),
    datum("Allowed at", givenAt, SOURCE.signIn, givenAt),
    datum("How often you let Foyer in", grant.epoch, SOURCE.foyer, givenAt),
    datum("State", grant.state, SOURCE.foyer, grant.state_since),
    datum("Why it is so", grant.cause, SOURCE.foyer, grant.state_since),
    datum("Profile last read", grant.profile_read_at, SOURCE.foyer, grant.profile_read_at),
    datum(
      "Application last read",
      grant.application_read_at,
      SOURCE.foyer,
      grant.application_read_at,
    ),
    datum("Revento last asked", checkedAt, SOURCE.foyer, checkedAt),
    datum("Why that brought nothing", grant.check_failure, SOURCE.foyer, checkedAt),
  ];
}

function viewToken(token: TokenRow): MyDatumView[] {
  const issuedAt = token.first_issued_at;
  return [
    datum("Token", "stored, encrypted", SOURCE.signIn, issuedAt),
    datum("Token allows", token.scopes, SOURCE.signIn, issuedAt),
    datum("Token first issued", issuedAt, SOURCE.signIn, issuedAt),
    datum("Token is renewed by", token.access_expires_at, SOURCE.signIn, issuedAt),
    datum("Token ends, unless renewed", token.refresh_expires_at, SOURCE.signIn, issuedAt),
  ];
}
