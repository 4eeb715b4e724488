/** Which device a session is of and from where it was used last, for its own member. */
export const placedSessions = [
  `alter table session add column id uuid not null unique default gen_random_uuid(),
    add column agent text not null default '', add column address text not null default ''`,
]
