/**
 * What members are told. Until it is read, more of the same topic renews the line that is there instead of adding another.
 * The channels are those the member had chosen when it happened.
 */
export const notifications = [
  `create table _notification (
    id uuid primary key,
    member uuid not null references _member on delete cascade,
    kind text not null,
    topic text not null,
    form text,
    record uuid,
    actor uuid references _member on delete set null,
    several boolean not null default false,
    params jsonb not null default '{}',
    count int not null default 1,
    at timestamptz(3) not null,
    in_app boolean not null,
    mail boolean not null,
    push boolean not null,
    read_at timestamptz(3),
    mailed_at timestamptz(3),
    pushed_at timestamptz(3)
  )`,
  `create unique index _notification_topic on _notification (member, kind, topic) where read_at is null`,
  `create index _notification_newest on _notification (member, at desc, id desc) where in_app`,
  `create index _notification_unread on _notification (member) where in_app and read_at is null`,
  `create index _notification_mail on _notification (member, at) where mail and mailed_at is null and read_at is null`,
  `create index _notification_push on _notification (at) where push and pushed_at is null and read_at is null`,
  `create index _notification_old on _notification (at)`,
  `create index _notification_record on _notification (record) where read_at is null`,
  `create table _notification_setting (
    member uuid primary key references _member on delete cascade,
    kinds jsonb not null default '{}',
    quiet_from time,
    quiet_to time,
    digest_at time not null default '08:00',
    mailed_at timestamptz(3)
  )`,
]
