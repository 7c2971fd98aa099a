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
  token: InJson<TokenRow> | null;
  sessions: InJson<SessionRow>[] | null;
  handoffs: string[] | null;
};

type TokenRow = {
  scopes: string[];
  first_issued_at: Date;
  access_expires_at: Date;
  refresh_expires_at: Date;
};
type SessionRow = { is_framed: boolean; created_at: Date; last_seen_at: Date; expires_at: Date };

/** A row within a row: its times are strings. */
type InJson<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] };

const SIGN_INS = `SELECT state, cause, state_since, epoch, scopes, granted_at, name, email, profile_read_at,
    application_read_at, checked_at, check_failure,
    (SELECT row_to_json(t) FROM (SELECT scopes, first_issued_at, access_expires_at, refresh_expires_at
      FROM tokens WHERE event_id = $1 AND holder = $2) t) AS token,
    (SELECT json_agg(s) FROM (SELECT is_framed, created_at, last_seen_at, expires_at
      FROM portal_sessions WHERE event_id = $1 AND user_id = $2 ORDER BY created_at, id_hash) s) AS sessions,
    (SELECT json_agg(expires_at ORDER BY expires_at)
      FROM handoffs WHERE event_id = $1 AND user_id = $2) AS handoffs
  FROM grants WHERE event_id = $1 AND user_id = $2`;

/**
 * The grant, the profile it let Foyer read, that there is a token, the browsers and frames that are or were
 * signed in, oldest first, and sign-ins on their way into a frame.
 */
export async function readSignIn(sql: Sql, person: Person): Promise<MyDataGroupView[]> {
  const found = await sql.query<GrantRow>(SIGN_INS, [person.eventId, person.userId]);
  const [grant] = found.rows;
  if (!grant) return [];
  return [
    {
      name: "Your profile",
      note: "Foyer greets you by it, and deletes it when your sign-in ends.",
      data: held(viewProfile(grant)),
    },
    {
      name: "Your sign-in",
      note: "With it Foyer asks Revento for your own data, in this event only. The token itself is stored encrypted and shown to nobody.",
      data: held([...viewGrant(person, grant), ...(grant.token ? viewToken(grant.token) : [])]),
    },
    viewBrowsers(grant.sessions ?? [], grant.handoffs ?? []),
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

function viewToken(token: InJson<TokenRow>): MyDatumView[] {
  const issuedAt = new Date(token.first_issued_at);
  const line = (field: string, value: unknown) => datum(field, value, SOURCE.signIn, issuedAt);
  return [
    line("Token", "stored, encrypted"),
    line("Token allows", token.scopes),
    line("Token first issued", issuedAt),
    line("Token is renewed by", new Date(token.access_expires_at)),
    line("Token ends, unless renewed", new Date(token.refresh_expires_at)),
  ];
}

function viewBrowsers(sessions: InJson<SessionRow>[], handoffs: string[]): MyDataGroupView {
  return {
    name: "Your browsers",
    note: "This is how Foyer knows you again, and how it can say why you were signed out; each entry is deleted when it ends.",
    data: [
      datum("Browsers remembered", sessions.length, SOURCE.you, null),
      ...sessions.flatMap(viewSession),
      ...handoffs.map((until) =>
        datum("Sign-in on its way into a frame, until", new Date(until), SOURCE.you, null),
      ),
    ],
  };
}

function viewSession(session: InJson<SessionRow>, index: number): MyDatumView[] {
  const name = `Browser ${index + 1}`;
  const place = session.is_framed ? "inside Revento" : "in its own tab";
  const createdAt = new Date(session.created_at);
  return [
    datum(`${name}, signed in`, place, SOURCE.you, createdAt),
    datum(`${name}, last seen`, new Date(session.last_seen_at), SOURCE.you, createdAt),
    datum(`${name}, ends`, new Date(session.expires_at), SOURCE.foyer, createdAt),
  ];
}
