/**
 * How mail goes out of the workspace, and which mails there are. A mail keeps the ids of what it tells: it is written when it
 * is sent, with what its reader may know then. `handed_at` is set before a mail is given to the server and decides after a kill.
 */
export const mail = [
  `create table _mail_setting (
    alone boolean primary key default true check (alone),
    enabled boolean not null,
    host text not null,
    port int not null,
    security text not null check (security in ('tls', 'starttls', 'none')),
    username text,
    password text,
    sender_name text not null,
    sender_address text not null,
    base_url text not null,
    since timestamptz(3) not null,
    tested_at timestamptz(3)
  )`,
  `create table _mail (
    id uuid primary key,
    member uuid not null references _member on delete cascade,
    notices uuid[] not null,
    created_at timestamptz(3) not null,
    next_at timestamptz(3) not null,
    attempts int not null default 0,
    lease timestamptz(3),
    handed_at timestamptz(3),
    sent_at timestamptz(3),
    failed_at timestamptz(3),
    error text
  )`,
  `create index _mail_waiting on _mail (next_at) where sent_at is null and failed_at is null`,
  `create index _mail_old on _mail (created_at)`,
  `alter table _notification add column pace text not null default 'day' check (pace in ('now', 'hour', 'day'))`,
  `alter table _notification_setting add column refusals int not null default 0`,
]
