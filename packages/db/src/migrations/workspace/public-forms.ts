export const publicForms = [
  `create table _public_link (
    form text not null,
    page text not null,
    token text not null unique,
    owner uuid not null references _member,
    password_hash text,
    open boolean not null default true,
    taken int not null default 0,
    made_by uuid not null references _member,
    made_at timestamptz(3) not null,
    primary key (form, page)
  )`,
  `create table _public_visit (
    ticket_hash text primary key,
    form text not null,
    page text not null,
    opened_at timestamptz(3) not null,
    device_hash text,
    used_at timestamptz(3)
  )`,
  `create index _public_visit_opened_at on _public_visit (opened_at)`,
  `create table _public_file (
    file uuid primary key references _file on delete cascade,
    ticket_hash text not null references _public_visit on delete cascade
  )`,
  `create index _public_file_ticket on _public_file (ticket_hash)`,
  `create table _public_answer (
    record uuid primary key,
    form text not null,
    page text not null,
    device_hash text,
    link_hash text unique,
    at timestamptz(3) not null
  )`,
  `create unique index _public_answer_device on _public_answer (form, page, device_hash) where device_hash is not null`,
  `create table _public_rate (
    network_hash text not null,
    minute timestamptz(3) not null,
    calls int not null,
    primary key (network_hash, minute)
  )`,
]

/** The engine's own tables in the schema of a workspace; their names begin with `_`, which no form's key may. */
