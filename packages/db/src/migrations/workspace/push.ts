/**
 * The devices that members are told on, and what goes to them. A push keeps the ids of what it tells: it is written when it is
 * sent, with what its reader may know then.
 */
export const push = [
  `create table _push_device (
    id uuid primary key,
    member uuid not null references _member on delete cascade,
    endpoint text not null unique,
    p256dh text not null,
    auth text not null,
    server_key text not null,
    contact text not null,
    name text not null,
    created_at timestamptz(3) not null,
    sent_at timestamptz(3)
  )`,
  `create index _push_device_member on _push_device (member)`,
  `create table _push (
    id uuid primary key,
    device uuid not null references _push_device on delete cascade,
    notices uuid[] not null,
    created_at timestamptz(3) not null,
    next_at timestamptz(3) not null,
    attempts int not null default 0
  )`,
  `create index _push_waiting on _push (next_at)`,
  `create index _push_device_waiting on _push (device)`,
]
