export const apiKeys = [
  // Only the hash is kept; the prefix is for people to tell keys apart.
  `create table _api_key (
    id uuid primary key,
    name text not null,
    prefix text not null,
    secret_hash text not null unique,
    roles text[] not null,
    networks text[] not null default '{}',
    created_by uuid not null references _member,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3),
    last_used_at timestamptz(3),
    revoked_at timestamptz(3)
  )`,
  `create index _api_key_created_by on _api_key (created_by)`,
]
