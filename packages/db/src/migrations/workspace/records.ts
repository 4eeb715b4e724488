export const records = [
  `create table _record_event (
    id uuid not null,
    at timestamptz(3) not null,
    form text not null,
    record uuid not null,
    kind text not null,
    member uuid,
    cause jsonb not null,
    changes jsonb not null,
    primary key (id, at)
  ) partition by range (at)`,
  `create table _record_event_other partition of _record_event default`,
  `create index _record_event_record on _record_event (form, record, at desc, id desc)`,
  `create table _counter (
    form text not null,
    field text not null,
    period text not null,
    value bigint not null,
    primary key (form, field, period)
  )`,
  `create table _idempotency (
    member uuid not null,
    key text not null,
    request_hash text not null,
    answer jsonb,
    created_at timestamptz(3) not null,
    primary key (member, key)
  )`,
  `create index _idempotency_created_at on _idempotency (created_at)`,
]
