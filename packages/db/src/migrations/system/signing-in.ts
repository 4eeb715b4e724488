/** Which device a session is of and from where it was used last, for its own member. */
export const placedSessions = [
  `alter table session add column id uuid not null unique default gen_random_uuid(),
    add column agent text not null default '', add column address text not null default ''`,
]

/** From which networks accounts were signed in to; accounts and networks as hashes, as in `attempt`. */
export const familiarPlaces = [
  `create table familiar (
    key text primary key,
    last_at timestamptz(3) not null
  )`,
]

/** When whoever uses a session last showed by the password who it is. */
export const provenSessions = [`alter table session add column proven_at timestamptz(3)`]
